import { byId } from '../page/dom.ts';
import { fetchList } from './list.ts';

const PAUSE = 150;

/** Finds while one types; without a script the form does the same by its button. */
export function startSearch(): void {
  const form = byId<HTMLFormElement>('task-search');
  byId('task-find').hidden = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const find = async () => {
    const filter = filterOf(form);
    const number = ++latest;
    try {
      const fresh = await fetchList(`/tasks/rows${filter}`);
      if (number === latest) {
        byId('task-list').replaceWith(fresh);
        history.replaceState(null, '', location.pathname + filter);
      }
    } catch {
      // Offline or signed out: the form, sent as a page, says which.
      form.submit();
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void find(), PAUSE);
  };
  form.addEventListener('input', soon);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void find();
  });
}

function filterOf(form: HTMLFormElement): string {
  const filter = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '' && !isUsual(name, value)) {
      filter.set(name, value);
    }
  }
  const text = filter.toString();
  return text ? `?${text}` : '';
}

function isUsual(name: string, value: string): boolean {
  return (name === 'view' && value === 'queue') || (name === 'sort' && value === 'due');
}
