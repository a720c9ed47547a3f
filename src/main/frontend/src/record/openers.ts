import { openAll, type Content, type Work } from './open-entity.ts';

const FEW = 20;
const MOST = 4;

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (name: string) => string }): ScriptPolicy;
}

interface ScriptPolicy {
  createScriptURL(name: string): string;
}

// Where the page demands Trusted Types it allows this policy, once: scripts that lie beside this one.
const RULES = { createScriptURL: (name: string) => new URL(name, import.meta.url).href };
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const POLICY: ScriptPolicy = trustedTypes?.createPolicy('opening-worker', RULES) ?? RULES;

/**
 * Opens entities in workers, as many as there are processors.
 *
 * Few are opened in the page, sooner than a worker starts, and so are all where none starts.
 */
export class Openers {
  readonly #script: string;
  #workers: Opener[] | undefined;

  constructor(script = 'opening-worker.js') {
    this.#script = script;
  }

  /** The contents in the order of the entities. */
  async open({ exchanges, entities }: Work): Promise<Content[]> {
    if (entities.length < FEW) {
      return openAll({ exchanges, entities });
    }
    this.#workers ??= startedFrom(this.#script);
    const share = Math.ceil(entities.length / this.#workers.length);
    const parts = this.#workers.map((worker, index) =>
      worker.open({ exchanges, entities: entities.slice(index * share, (index + 1) * share) }),
    );
    return (await Promise.all(parts)).flat();
  }

  end(): void {
    this.#workers?.forEach((worker) => worker.end());
  }
}

function startedFrom(script: string): Opener[] {
  const url = POLICY.createScriptURL(script);
  return Array.from({ length: Math.min(MOST, navigator.hardwareConcurrency || 1) }, () => new Opener(url));
}

/** One worker, which answers in the order it was asked. */
class Opener {
  readonly #worker: Worker;
  readonly #asked: { work: Work; answer: (contents: Content[] | Promise<Content[]>) => void }[] = [];
  #failed = false;

  constructor(url: string) {
    this.#worker = new Worker(url, { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Content[]>) => this.#asked.shift()!.answer(data));
    this.#worker.addEventListener('error', () => this.#fail());
  }

  open(work: Work): Promise<Content[]> {
    if (this.#failed || work.entities.length === 0) {
      return openAll(work);
    }
    this.#worker.postMessage(work);
    return new Promise((answer) => this.#asked.push({ work, answer }));
  }

  end(): void {
    this.#worker.terminate();
  }

  #fail(): void {
    this.#failed = true;
    this.end();
    this.#asked.splice(0).forEach(({ work, answer }) => answer(openAll(work)));
  }
}
