import type { DeviceKey } from './device-key.ts';

const DATABASE = 'vestibule';
const STORE = 'device-keys';

/** The keys of this browser, in IndexedDB; several people may share a browser. */
export async function saveDeviceKey(key: DeviceKey): Promise<void> {
  await inStore('readwrite', (store) => store.put(key));
}

/** All keys: confirmed ones first, newest first. */
export async function deviceKeys(): Promise<DeviceKey[]> {
  const found = await inStore<DeviceKey[]>('readonly', (store) => store.getAll());
  return found.sort(
    (a, b) => Number(b.confirmed) - Number(a.confirmed) || b.createdAt - a.createdAt,
  );
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'keyId' });
  return settled(request);
}

async function inStore<T>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const result = await settled<T>(use(transaction.objectStore(STORE)));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    return result;
  } finally {
    database.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
