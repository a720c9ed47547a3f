/** What the table says about one element of the model. */
export interface Step {
  readonly element: string;
  /** How many processes stand there; of one process, how many times it does. */
  readonly standing: number;
  /** How many of them can not go on by themselves. */
  readonly stuck: number;
  /** From 0, quick or never passed, to 4, among the slowest. */
  readonly heat: number;
  /** How many times one process has passed it. */
  readonly passed: number;
  /** How long the last visit took or has lasted, and how many there were, if that is worth telling. */
  readonly label: string;
  /** Where more is said about it. */
  readonly address: string;
}

/** Reads the rows of the table; those of one element, in the order of time, are one step. */
export function stepsIn(table: ParentNode): Step[] {
  const elements = new Map<string, HTMLElement[]>();
  for (const row of table.querySelectorAll<HTMLElement>('tr[data-element]')) {
    const element = row.dataset['element'] ?? '';
    elements.set(element, [...(elements.get(element) ?? []), row]);
  }
  return Array.from(elements, ([element, visits]) => ({
    element,
    standing: sum(visits, 'standing'),
    stuck: sum(visits, 'stuck'),
    heat: sum(visits, 'heat'),
    passed: sum(visits, 'passed'),
    label: label(visits),
    address: address(visits.at(-1)),
  }));
}

function sum(rows: readonly HTMLElement[], name: string): number {
  return rows.reduce((total, row) => total + Number(row.dataset[name] ?? 0), 0);
}

function label(visits: readonly HTMLElement[]): string {
  const took = visits.at(-1)?.dataset['took'] ?? '';
  return visits.length > 1 ? `${took} ×${visits.length}`.trim() : took;
}

function address(row: HTMLElement | undefined): string {
  return row?.querySelector('a')?.getAttribute('href') ?? `#${row?.id ?? ''}`;
}
