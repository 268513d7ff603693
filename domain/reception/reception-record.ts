/** People who came in person, once. The words are those of whoever received them. */
export interface ReceptionRecord {
  readonly town: string;
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Staff id of who received them. */
  readonly by: string;
  readonly people: number;
  /** The town's place where it was, as far as that is known. */
  readonly place?: string;
  /** The grid of the place that the words name. */
  readonly grid?: number;
  /** The result, where it was settled on the spot. */
  readonly note?: string;
  /** The request that it became instead. */
  readonly request?: string;
}
