/** Pictures in base64, several under a name. */
export interface PictureStore {
  get(name: string): Promise<readonly string[]>;
  /** Rejects where the device has no room. */
  put(name: string, pictures: readonly string[]): Promise<void>;
  delete(name: string): Promise<void>;
  names(): Promise<readonly string[]>;
}

const DATABASE = 'small-grid';
const PICTURES = 'pictures';

/** Some browsers never answer. Milliseconds. */
const PATIENCE = 5000;

const within = <T>(promise: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('the browser does not answer')), PATIENCE);
    promise.then(resolve, reject);
  });

const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('refused')));
  });

/** Whether there was room is known when the transaction is over. */
const doneWith = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
  });

const isPictures = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function open(factory: IDBFactory): Promise<IDBDatabase> {
  const opening = factory.open(DATABASE, 1);
  opening.addEventListener('upgradeneeded', () => void opening.result.createObjectStore(PICTURES));
  return within(resultOf(opening));
}

/** In the browser's database: a day's photos are more than its small storage holds. */
export async function openPictureStore(factory: IDBFactory): Promise<PictureStore> {
  const database = await open(factory);
  const reading = (): IDBObjectStore => database.transaction(PICTURES).objectStore(PICTURES);
  const writing = async (change: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction(PICTURES, 'readwrite');
    change(transaction.objectStore(PICTURES));
    await doneWith(transaction);
  };
  return {
    async get(name) {
      const value: unknown = await resultOf(reading().get(name));
      return isPictures(value) ? value : [];
    },
    put: (name, pictures) => writing((store) => store.put(pictures, name)),
    delete: (name) => writing((store) => store.delete(name)),
    names: async () => (await resultOf(reading().getAllKeys())).map(String),
  };
}
