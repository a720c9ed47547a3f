// Draws the model with what the page's table says about each step: how many stand there, are stuck, how long it takes.
// The table is the truth and works alone; htmx refreshes it, and the drawing follows.
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { type Step, stepsIn } from './monitor/steps.ts';

interface Canvas {
  zoom(level: 'fit-viewport'): void;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
}

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
  get(element: string): object | undefined;
}

const HEATS = ['heat-1', 'heat-2', 'heat-3', 'heat-4'];

const place = document.querySelector<HTMLElement>('#diagram');
const table = document.querySelector<HTMLElement>('#steps');
if (place !== null && table !== null) {
  await draw(place, table);
}

async function draw(container: HTMLElement, source: HTMLElement): Promise<void> {
  const answer = await fetch(container.dataset['model'] ?? '');
  if (!answer.ok) {
    return;
  }
  container.hidden = false;
  const viewer = new NavigatedViewer({ container });
  await viewer.importXML(await answer.text());
  viewer.get<Canvas>('canvas').zoom('fit-viewport');
  viewer.get<EventBus>('eventBus').on('element.click', ({ element }) => open(stepsIn(source), element.id));
  mark(viewer, stepsIn(source));
  source.addEventListener('htmx:afterSwap', () => mark(viewer, stepsIn(source)));
}

function mark(viewer: NavigatedViewer, steps: readonly Step[]): void {
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const registry = viewer.get<Registry>('elementRegistry');
  overlays.clear();
  for (const step of steps.filter((one) => registry.get(one.element) !== undefined)) {
    HEATS.forEach((heat) => canvas.removeMarker(step.element, heat));
    if (step.heat > 0) {
      canvas.addMarker(step.element, `heat-${step.heat}`);
    }
    badge(overlays, step.element, 'standing', step.standing, { bottom: 12, left: -8 });
    badge(overlays, step.element, 'stuck', step.stuck, { bottom: 12, right: 16 });
  }
}

function badge(overlays: Overlays, element: string, kind: string, count: number, position: Record<string, number>): void {
  if (count > 0) {
    const html = document.createElement('span');
    html.className = `badge ${kind}`;
    html.textContent = String(count);
    // However small the drawing, the number stays legible.
    overlays.add(element, { position, scale: { min: 1 }, html });
  }
}

function open(steps: readonly Step[], element: string): void {
  const step = steps.find((one) => one.element === element);
  if (step !== undefined) {
    window.location.assign(step.address);
  }
}
