import { byId } from '../page/dom.ts';
import { fetchList, mergeList, rowsAddress, type Changes } from './list.ts';

const TOO_LATE = 5000;
const CHECK_EVERY = 1000;
// So that a burst of changes is one look.
const GATHER = 100;

/** Keeps the list true while the page is open; says so where it can not. */
export class Live {
  readonly #announce: (changes: Changes) => void;
  #heard = Date.now();
  #source: EventSource | undefined;
  #looking = false;
  #lookAgain = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(announce: (changes: Changes) => void) {
    this.#announce = announce;
  }

  start(address: string): void {
    const connect = () => {
      this.#source?.close();
      const source = new EventSource(address);
      this.#source = source;
      // Whatever happened while nobody listened is in the list.
      source.addEventListener('open', () => this.#soon());
      source.addEventListener('beat', () => this.#hear());
      source.addEventListener('changed', () => {
        this.#hear();
        this.#soon();
      });
    };
    connect();
    setInterval(() => {
      this.#showLag();
      // A browser gives a refused stream up for good.
      if (this.#source?.readyState === EventSource.CLOSED) {
        connect();
      }
    }, CHECK_EVERY);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') {
        this.#soon();
      }
    });
    addEventListener('online', connect);
    addEventListener('pagehide', () => this.#source?.close());
    addEventListener('pageshow', (event) => {
      if (event.persisted) {
        connect();
      }
    });
  }

  #hear(): void {
    this.#heard = Date.now();
    this.#showLag();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#look();
    }, GATHER);
  }

  async #look(): Promise<void> {
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = true;
    try {
      const address = rowsAddress();
      const fresh = await fetchList(address);
      // Another filter was chosen in the meantime: what came is not what is shown.
      if (address === rowsAddress()) {
        this.#hear();
        this.#announce(mergeList(byId('task-list'), fresh));
      }
    } catch {
      this.#showLag();
    } finally {
      this.#looking = false;
      if (this.#lookAgain) {
        this.#lookAgain = false;
        this.#soon();
      }
    }
  }

  #showLag(): void {
    const late = Date.now() - this.#heard;
    const notice = byId('task-lag');
    notice.hidden = late <= TOO_LATE;
    if (!notice.hidden) {
      notice.textContent = (notice.dataset['text'] ?? '').replace('{0}', String(Math.round(late / 1000)));
    }
  }
}
