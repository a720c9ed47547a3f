/** What stood after `#`, taken out of the address before anything else runs or is remembered. */
export const fragment = location.hash.slice(1);

history.replaceState(null, '', location.pathname);
