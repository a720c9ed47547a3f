// Says on a panel that it may be out of date while Vestibule does not answer. Loading and showing is htmx's work.

function mark(event: Event, stale: boolean): void {
  const panel = event.target;
  if (!(panel instanceof HTMLElement) || !panel.classList.contains('panel')) {
    return;
  }
  panel.querySelector('.stale')?.remove();
  if (stale) {
    const notice = document.createElement('p');
    notice.className = 'notice bad stale';
    notice.setAttribute('role', 'status');
    notice.textContent = panel.dataset['stale'] ?? '';
    panel.prepend(notice);
  }
}

for (const failure of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
  document.body.addEventListener(failure, (event) => mark(event, true));
}
