import qrcode from 'qrcode-generator';

const SVG = 'http://www.w3.org/2000/svg';
const QUIET = 4;

/** Draws a QR code (ISO/IEC 18004, error correction M) into the element, in place of what it holds. */
export function drawQr(holder: HTMLElement, text: string): void {
  const code = qrcode(0, 'M');
  // Digits alone take less than half the place.
  code.addData(text, /^[0-9]+$/.test(text) ? 'Numeric' : 'Byte');
  code.make();
  const modules = code.getModuleCount();
  const size = modules + 2 * QUIET;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('shape-rendering', 'crispEdges');
  const path = document.createElementNS(SVG, 'path');
  let drawing = '';
  for (let row = 0; row < modules; row++) {
    for (let column = 0; column < modules; column++) {
      if (code.isDark(row, column)) {
        drawing += `M${column + QUIET},${row + QUIET}h1v1h-1z`;
      }
    }
  }
  path.setAttribute('d', drawing);
  svg.append(path);
  holder.replaceChildren(svg);
}
