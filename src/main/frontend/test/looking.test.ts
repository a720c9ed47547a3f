import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Canvas, followTouch, lookAt, type Shape } from '../src/monitor/looking.ts';

const shape = { x: 1000, y: 400, width: 100, height: 80 };

/** A canvas in which the whole drawing fits at this scale, and what was done with it. */
function canvas(fitting: number) {
  const shown: (number | Shape)[] = [];
  const scrolled: { dx: number; dy: number }[] = [];
  const fake = {
    resized: () => undefined,
    zoom: (level: 'fit-viewport' | number) => (level === 'fit-viewport' ? fitting : shown.push(level)),
    viewbox: (box?: Shape) => (box === undefined ? { outer: { width: 320, height: 240 } } : shown.push(box)),
    scroll: (by: { dx: number; dy: number }) => scrolled.push(by),
  };
  return { fake: fake as unknown as Canvas, shown, scrolled };
}

function finger(type: string, place: Partial<PointerEvent>): Event {
  return Object.assign(new Event(type), { pointerType: 'touch', pointerId: 1, ...place });
}

test('where there is room the whole is shown, with a margin', () => {
  const { fake, shown } = canvas(0.8);

  lookAt(fake, shape);

  assert.deepEqual(shown, [0.8 * 0.95]);
});

test('where there is little room the part around the shape is shown large enough to be read', () => {
  const { fake, shown } = canvas(0.2);

  lookAt(fake, shape);

  assert.deepEqual(shown, [{ x: 850, y: 290, width: 400, height: 300 }]);
});

test('a finger moves the drawing, a mouse and another finger do not', () => {
  const place = new EventTarget();
  const { fake, scrolled } = canvas(1);
  followTouch(place as HTMLElement, fake);

  place.dispatchEvent(finger('pointermove', { clientX: 10, clientY: 10 }));
  place.dispatchEvent(finger('pointermove', { clientX: 15, clientY: 8 }));
  place.dispatchEvent(finger('pointermove', { clientX: 99, clientY: 99, pointerType: 'mouse' }));
  place.dispatchEvent(finger('pointerup', {}));
  place.dispatchEvent(finger('pointermove', { clientX: 50, clientY: 50 }));
  place.dispatchEvent(finger('pointermove', { clientX: 70, clientY: 70, pointerId: 2 }));

  assert.deepEqual(scrolled, [{ dx: 5, dy: -2 }]);
});
