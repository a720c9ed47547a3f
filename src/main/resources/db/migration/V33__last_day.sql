-- What ended during the last day is counted every minute. Rows come in the order of time, so that a few bytes a hundred
-- pages find them; and unlike a tree, this costs whoever writes next to nothing.
create index engine_element_left on engine_element using brin (left_at) with (autosummarize = on);
create index message_outcome_at on message_outcome using brin (at) with (autosummarize = on);
create index message_status_at on message_status using brin (at) with (autosummarize = on);
