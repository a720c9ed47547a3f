/*
 * The page an invitation link leads to, /i (template invitation/enrol.html).
 *
 * Elements: sections #enrol-start, #enrol-recovery, #enrol-code, #enrol-working, #enrol-refused, #enrol-fresh-sent,
 * #enrol-wait and #enrol-failed, each with an h1; form #enrol-begin-form with #enrol-born and #enrol-born-error; buttons #enrol-begin, #enrol-kept, #enrol-print, #enrol-code-again, #enrol-fresh,
 * #enrol-wait-retry and #enrol-retry; form #enrol-code-form with #enrol-code-input and #enrol-code-error; [data-channel]
 * lines in #enrol-code; #enrol-recovery-code and #enrol-recovery-qr; #enrol-status, a live region.
 */
import { fragment } from './page/fragment.ts';
import { parseLink } from './crypto/link.ts';
import { show, showCode, showStart } from './enrol-sections.ts';
import { showRecovery } from './recovery-sheet.ts';
import { BirthDateRefused, Enrolment, type Begun } from './enrolment.ts';
import { byId } from './page/dom.ts';
import { HttpRefusal } from './page/http.ts';

const CODE = /^[0-9]{6}$/;

// What the portal was too busy with others to do.
let putOff: (() => Promise<void>) | undefined;

const link = parseLink(fragment);
const enrolment = link && new Enrolment(link);

// Nothing is sent before somebody typed a birth date: mail scanners open links, run scripts and press buttons.
if (enrolment) {
  const tries = steps(enrolment);
  byId('enrol-begin-form').addEventListener('submit', tries.born);
  byId('enrol-kept').addEventListener('click', tries.kept);
  byId('enrol-print').addEventListener('click', () => window.print());
  byId('enrol-code-again').addEventListener('click', tries.begin);
  byId('enrol-retry').addEventListener('click', tries.begin);
  byId('enrol-fresh').addEventListener('click', tries.fresh);
  byId('enrol-wait-retry').addEventListener('click', () => void putOff?.());
  byId('enrol-code-form').addEventListener('submit', tries.code);
  show('enrol-start');
} else {
  byId('enrol-fresh').hidden = true;
  show('enrol-refused');
}

function steps(enrolment: Enrolment) {
  let begun: Begun | undefined;
  let kept = false;
  const enter = async () => {
    if (begun?.need === 'code') {
      showCode(begun.channel ?? '', false);
    } else {
      await register();
    }
  };
  const register = async (code?: string) => {
    const answer = await enrolment.register(code);
    if (answer.next) {
      location.assign('/my');
    } else {
      showCode(undefined, code !== undefined);
    }
  };
  const begin = attempt(enrolment, async () => {
    begun = await enrolment.begin();
    if (kept) {
      await enter();
    } else {
      showRecovery(await enrolment.recoveryCode());
    }
  });
  return {
    begin,
    born: (event: Event) => {
      event.preventDefault();
      const day = byId<HTMLInputElement>('enrol-born').value;
      if (day) {
        enrolment.bornOn(day);
        void begin();
      } else {
        showStart(true);
      }
    },
    kept: attempt(enrolment, async () => {
      kept = true;
      await enter();
    }),
    code: (event: Event) => {
      event.preventDefault();
      const code = byId<HTMLInputElement>('enrol-code-input').value.replace(/\s/g, '');
      if (CODE.test(code)) {
        void attempt(enrolment, () => register(code))();
      } else {
        showCode(undefined, true);
      }
    },
    fresh: attempt(enrolment, async () => {
      await enrolment.askForFreshLink();
      show('enrol-fresh-sent');
    }),
  };
}

function attempt(enrolment: Enrolment, step: () => Promise<void>): () => Promise<void> {
  const tried = async () => {
    show('enrol-working');
    try {
      await step();
    } catch (problem) {
      if (problem instanceof BirthDateRefused) {
        showStart(true);
        return;
      }
      const status = problem instanceof HttpRefusal ? problem.status : 0;
      if (status === 401) {
        show('enrol-refused');
        return;
      }
      if (status === 429) {
        putOff = tried;
        show('enrol-wait');
        return;
      }
      if (status === 400) {
        enrolment.startOver();
      }
      show('enrol-failed');
    }
  };
  return tried;
}
