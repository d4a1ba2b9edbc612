/** JSON by its address, asked for once and kept while it is among the last few: going back costs no request. */
export class KeptAnswers<Answer> {
  readonly #most: number;
  readonly #kept = new Map<string, Promise<Answer>>();

  constructor(most = 12) {
    this.#most = most;
  }

  get(address: string): Promise<Answer> {
    const known = this.#kept.get(address);
    if (known) return known;
    const answer = ask<Answer>(address);
    this.#kept.set(address, answer);
    // What failed may be asked again.
    answer.catch(() => this.#kept.delete(address));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
    return answer;
  }
}

async function ask<Answer>(address: string): Promise<Answer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as Answer;
}
