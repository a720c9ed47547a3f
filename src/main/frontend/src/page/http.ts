/** An answer that is not a success; `status` is 0 when there was none. */
export class HttpRefusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

// Another site can not set this header without asking first, and is never allowed.
const HEADERS = { 'X-Vestibule': '1', Accept: 'application/json' };

export function getJson<T>(path: string): Promise<T> {
  return request(path, { method: 'GET', headers: HEADERS });
}

export function postJson<T>(path: string, body: unknown): Promise<T> {
  const headers = { ...HEADERS, 'Content-Type': 'application/json' };
  return request(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const options: RequestInit = { ...init, cache: 'no-store', credentials: 'same-origin', redirect: 'error' };
  const response = await fetch(path, options).catch(() => {
    throw new HttpRefusal(0);
  });
  if (!response.ok) {
    throw new HttpRefusal(response.status);
  }
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}
