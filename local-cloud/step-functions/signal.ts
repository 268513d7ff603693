/** Something that is waited for and happens once. */
export class Signal {
  private tell: () => void = () => undefined;
  /** Resolves when it has happened. */
  readonly given = new Promise<void>((resolve) => {
    this.tell = resolve;
  });

  /** It has happened; saying so again changes nothing. */
  give(): void {
    this.tell();
  }
}
