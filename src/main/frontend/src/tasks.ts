// The doctor's list while it is open: true without reloading, quick to search, and usable by keys alone.
import { byId } from './page/dom.ts';
import { drawFingerprints } from './page/fingerprint-qr.ts';
import { startKeys } from './tasks/keys.ts';
import type { Changes } from './tasks/list.ts';
import { Live } from './tasks/live.ts';
import { startSearch } from './tasks/search.ts';

function announce(changes: Changes): void {
  const news = byId('task-news');
  if (changes.added > 0) {
    news.textContent = (news.dataset['new'] ?? '').replace('{0}', String(changes.added));
    notifyDevice();
  } else if (changes.changed > 0) {
    news.textContent = news.dataset['changed'] ?? '';
  }
  tellOfOpenTask();
}

// What is open stays as it is, with all that was typed; that it changed is said above it.
function tellOfOpenTask(): void {
  const task = document.getElementById('task');
  const row = document.querySelector<HTMLElement>(`#tasks [data-task="${task?.dataset['task'] ?? ''}"]`);
  const notice = document.getElementById('task-changed');
  if (!task || !row || !notice || row.dataset['version'] === task.dataset['version']) {
    return;
  }
  const state = [...row.querySelectorAll('.tag, .item > .muted')].map((part) => part.textContent.trim());
  notice.querySelector('span')?.replaceChildren(state.join(' · '));
  notice.hidden = false;
}

function notifyDevice(): void {
  const button = byId('task-notify').querySelector('button');
  if ('Notification' in window && Notification.permission === 'granted' && document.hidden) {
    // No name: it may show on a locked screen.
    new Notification(button?.dataset['title'] ?? 'Vestibule', { tag: 'vestibule-tasks' });
  }
}

function offerNotifications(): void {
  if ('Notification' in window && Notification.permission === 'default') {
    const offer = byId('task-notify');
    offer.hidden = false;
    offer.querySelector('button')?.addEventListener('click', () => {
      void Notification.requestPermission().then(() => (offer.hidden = true));
    });
  }
}

drawFingerprints();
startKeys();
startSearch();
offerNotifications();
new Live(announce).start(byId('main').dataset['live'] ?? '');
