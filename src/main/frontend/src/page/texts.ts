/** The page's sentences, which the server put into `<template id="texts">` in the reader's language. */
export function text(key: string, ...values: (string | number)[]): string {
  return textOr(key, key, ...values);
}

/** The same, with what to say where the page has no sentence. */
export function textOr(key: string, otherwise: string, ...values: (string | number)[]): string {
  const holder = document.getElementById('texts') as HTMLTemplateElement | null;
  const found = holder?.content.querySelector(`[data-key="${key}"]`)?.textContent;
  return (found ?? otherwise).replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}
