import type { DraftMemory } from "./plan-draft";
import type { PendingRequest } from "./saver";

/** What is kept: the work itself, and a request that has no answer yet. */
export interface JournalEntry extends DraftMemory {
  readonly pending: PendingRequest | undefined;
}

const databaseName = "longangis-drafts";
const storeName = "unsaved";

/** Keeps what the service has not acknowledged in this browser, so that a closed tab or a crash loses nothing. */
export class Journal {
  readonly #name: string;
  #latest: JournalEntry | undefined;
  #writing: Promise<void> | undefined;

  constructor(changeSet: string) {
    this.#name = changeSet;
  }

  async read(): Promise<JournalEntry | undefined> {
    try {
      return await inStore("readonly", (store) => store.get(this.#name) as IDBRequest<JournalEntry | undefined>);
    } catch (reason) {
      console.warn("The local journal cannot be read", reason);
      return undefined;
    }
  }

  /** Writes the latest state; states that come while one is being written are skipped but the last. */
  async write(memory: JournalEntry): Promise<void> {
    this.#latest = memory;
    this.#writing ??= this.#drain().finally(() => (this.#writing = undefined));
    await this.#writing;
  }

  async #drain(): Promise<void> {
    while (this.#latest) {
      const memory = this.#latest;
      this.#latest = undefined;
      try {
        await inStore("readwrite", (store) => store.put(memory, this.#name));
      } catch (reason) {
        // Private windows may forbid storage; saving to the service goes on.
        console.warn("The local journal cannot be written", reason);
      }
    }
  }
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open();
  try {
    const transaction = database.transaction(storeName, mode);
    const request = ask(transaction.objectStore(storeName));
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener("complete", () => resolve());
      transaction.addEventListener("error", () => reject(transaction.error ?? new Error("The transaction failed")));
      transaction.addEventListener("abort", () =>
        reject(transaction.error ?? new Error("The transaction was aborted")),
      );
    });
    return request.result;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.addEventListener("upgradeneeded", () => void request.result.createObjectStore(storeName));
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("IndexedDB cannot be opened")));
  });
}
