// Draws the model with what the page's table says about each step: who stands there or is stuck, and how long it takes.
// The table is the truth and works alone; where htmx refreshes it, the drawing follows.
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { type Canvas, followTouch, lookAt, type Shape } from './monitor/looking.ts';
import { type Step, stepsIn } from './monitor/steps.ts';

interface Overlay {
  readonly position: Record<string, number>;
  readonly scale: { readonly min: number };
  readonly html: HTMLElement;
}

interface Overlays {
  clear(): void;
  add(element: string, overlay: Overlay): void;
}

interface EventBus {
  on(event: 'element.click', listener: (event: { element: { id: string } }) => void): void;
}

interface Registry {
  get(element: string): Shape | undefined;
}

const MARKERS = ['heat-1', 'heat-2', 'heat-3', 'heat-4', 'passed'];

const figure = document.querySelector<HTMLElement>('#drawing');
const place = document.querySelector<HTMLElement>('#diagram');
const table = document.querySelector<HTMLElement>('#steps');
if (figure !== null && place !== null && table !== null) {
  await draw(figure, place, table);
}

async function draw(drawing: HTMLElement, container: HTMLElement, source: HTMLElement): Promise<void> {
  const answer = await fetch(container.dataset['model'] ?? '');
  if (!answer.ok) {
    return;
  }
  const viewer = new NavigatedViewer({ container });
  await viewer.importXML(await answer.text());
  drawing.hidden = false;
  const canvas = viewer.get<Canvas>('canvas');
  const steps = stepsIn(source);
  const first = steps.find((one) => one.standing > 0) ?? steps.at(-1);
  lookAt(canvas, viewer.get<Registry>('elementRegistry').get(first?.element ?? ''));
  followTouch(container, canvas);
  viewer.get<EventBus>('eventBus').on('element.click', ({ element }) => open(stepsIn(source), element.id));
  mark(viewer, steps);
  source.addEventListener('htmx:afterSwap', () => mark(viewer, stepsIn(source)));
}

function mark(viewer: NavigatedViewer, steps: readonly Step[]): void {
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const registry = viewer.get<Registry>('elementRegistry');
  overlays.clear();
  // What stands somewhere is drawn last: nothing covers it.
  for (const step of [...steps].sort((one, other) => one.standing - other.standing)) {
    const shape = registry.get(step.element);
    if (shape !== undefined) {
      MARKERS.forEach((marker) => canvas.removeMarker(step.element, marker));
      markersOf(step).forEach((marker) => canvas.addMarker(step.element, marker));
      badge(overlays, step, 'took', marked(step), { top: 0, left: shape.width });
      badge(overlays, step, 'standing', many(step.standing), { top: shape.height / 2, left: 0 });
      badge(overlays, step, 'stuck', many(step.stuck), { bottom: 12, right: 16 });
    }
  }
}

function markersOf(step: Step): string[] {
  return [...(step.heat > 0 ? [`heat-${step.heat}`] : []), ...(step.passed > 0 ? ['passed'] : [])];
}

/** Nobody has to see the outline's colour to know. */
function marked(step: Step): string {
  return step.passed > 0 ? `✓ ${step.label}`.trim() : step.label;
}

function many(count: number): string {
  return count > 0 ? String(count) : '';
}

function badge(overlays: Overlays, step: Step, kind: string, text: string, position: Record<string, number>): void {
  if (text !== '') {
    const html = document.createElement('span');
    html.className = `badge ${kind}`;
    html.textContent = text;
    html.addEventListener('click', () => open([step], step.element));
    // However small the drawing, the text stays legible.
    overlays.add(step.element, { position, scale: { min: 1 }, html });
  }
}

function open(steps: readonly Step[], element: string): void {
  const step = steps.find((one) => one.element === element);
  if (step !== undefined) {
    window.location.assign(step.address);
  }
}
