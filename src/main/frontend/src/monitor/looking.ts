/** Where something stands in the drawing, and how large it is. */
export interface Shape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is used of the viewer's canvas. */
export interface Canvas {
  resized(): void;
  zoom(level: 'fit-viewport' | number, center: 'auto'): number;
  scroll(by: { dx: number; dy: number }): void;
  viewbox(): { readonly outer: { readonly width: number; readonly height: number } };
  viewbox(box: Shape): void;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
}

/** Drawn smaller than this, the names of the steps can not be read. */
const LEGIBLE = 0.5;
/** How large a part is drawn where there is no room for the whole. */
const CLOSE = 0.8;
/** Leaves room for what is marked at the edges. */
const MARGIN = 0.95;

/** Shows all of the drawing, or, where that would be too small, the part around a shape. */
export function lookAt(canvas: Canvas, shape: Shape | undefined): void {
  canvas.resized();
  const scale = canvas.zoom('fit-viewport', 'auto') * MARGIN;
  if (scale >= LEGIBLE || shape === undefined) {
    canvas.zoom(scale, 'auto');
    return;
  }
  const { outer } = canvas.viewbox();
  const width = outer.width / CLOSE;
  const height = outer.height / CLOSE;
  const x = shape.x + (shape.width - width) / 2;
  const y = shape.y + (shape.height - height) / 2;
  canvas.viewbox({ x, y, width, height });
}

/** Lets a finger move the drawing; the viewer itself only knows mice and wheels. */
export function followTouch(container: HTMLElement, canvas: Canvas): void {
  let last: PointerEvent | undefined;
  container.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch') {
      if (last?.pointerId === event.pointerId) {
        canvas.scroll({ dx: event.clientX - last.clientX, dy: event.clientY - last.clientY });
      }
      last = event;
    }
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    container.addEventListener(end, () => (last = undefined));
  }
}
