/** What the table says about one step of the model. */
export interface Step {
  readonly element: string;
  /** How many processes stand there. */
  readonly standing: number;
  /** How many of them can not go on by themselves. */
  readonly stuck: number;
  /** From 0, quick or never passed, to 4, among the slowest. */
  readonly heat: number;
  /** Where the processes that stand there are listed. */
  readonly address: string;
}

/** Reads the rows of the table of steps. */
export function stepsIn(table: ParentNode): Step[] {
  return Array.from(table.querySelectorAll<HTMLElement>('tr[data-element]'), (row) => ({
    element: row.dataset['element'] ?? '',
    standing: Number(row.dataset['standing']),
    stuck: Number(row.dataset['stuck']),
    heat: Number(row.dataset['heat']),
    address: row.querySelector('a')?.getAttribute('href') ?? '',
  }));
}
