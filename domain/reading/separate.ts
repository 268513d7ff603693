/** An example by what is known of its features. */
export interface Case<Right> {
  readonly mark: number;
  readonly right: Right;
  /** Positions in the vocabulary. */
  readonly features: Int32Array;
  /** How much each counts: rare ones more; together they have length 1. */
  readonly values: Float32Array;
}

/** One question of yes or no: which cases are asked it, and what is right. */
export interface Question<Right> {
  readonly cases: readonly Case<Right>[];
  readonly isRight: (one: Case<Right>) => boolean;
  /** How much dearer a right one on the wrong side is than a wrong one: where right ones are few. */
  readonly dearer: number;
  /** The score of a text without a known word, where that is not learnt. */
  readonly fixed?: number;
}

/** How dearly an example on the wrong side is paid for; more learns by heart, less learns too little. Chosen on examples to learn from alone. */
const COST = 1;
/** Passes over all examples; what a pass still changes by then is next to nothing. Few examples are gone over more often: it costs nothing, and leaves nothing to chance. */
const passesOver = (cases: number): number =>
  Math.min(60, Math.max(8, Math.ceil(160_000 / Math.max(1, cases))));

/** More than there are ever cases; a rank and a place are whole together below 2^53. */
const PLACES = 2 ** 21;

/**
 * The order of one pass follows from each case and the pass alone: the same examples give the same model, and one
 * example more leaves the others in their order, so that nothing else is read differently for it.
 */
function orderOf<Right>(cases: readonly Case<Right>[], pass: number): Int32Array {
  // The rank and, for cases of one rank, the place, in one number: what needs no comparing function is sorted much
  // sooner.
  const ranks = Float64Array.from(cases, ({ mark }, nth) => {
    const rank = Math.imul(mark ^ Math.imul(pass + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
    return rank * PLACES + nth;
  }).sort();
  return Int32Array.from(ranks, (rank) => rank % PLACES);
}

/**
 * Answers each question by a straight line between right and wrong, as far from both as the cases let it be: a support
 * vector machine with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008). The last weight of a line is
 * what a text without a known word scores.
 *
 * All lines move together, each as it would alone: the weights of one feature for all of them lie side by side, so that
 * a case is gone through once for all questions.
 */
class Lines<Right> {
  private readonly width: number;
  /** A row of one weight a line for each feature, and one for the last weights. */
  private readonly weights: Float32Array;
  /** How much each line leans on each case, case by case. */
  private readonly alphas: Float64Array;
  /** 1 where a case is right for a line, -1 where it is wrong; case by case. */
  private readonly sides: Int8Array;
  /** For each line, by how much a case may be missed where it is wrong, and then where it is right. */
  private readonly slacks: Float64Array;
  /** A case has length 1, and 1 more for the last weight where that is learnt. */
  private readonly lengths: Float64Array;
  private readonly scores: Float64Array;
  private readonly moves: Float64Array;
  /** The lines that the case at hand moves. */
  private readonly moved: Int32Array;

  constructor(
    private readonly cases: readonly Case<Right>[],
    private readonly questions: readonly Question<Right>[],
    private readonly features: number,
  ) {
    this.width = questions.length;
    // Three more than there are, for lines that are scored four at a time.
    this.weights = new Float32Array((features + 1) * this.width + 3);
    for (const [line, { fixed = 0 }] of questions.entries())
      this.weights[features * this.width + line] = fixed;
    this.alphas = new Float64Array(cases.length * this.width);
    this.sides = Int8Array.from(
      cases.flatMap((one) => questions.map(({ isRight }) => (isRight(one) ? 1 : -1))),
    );
    this.slacks = Float64Array.from(
      questions.flatMap(({ dearer }) => [1 / (2 * COST), 1 / (2 * (COST * dearer))]),
    );
    this.lengths = Float64Array.from(questions, ({ fixed }) => (fixed === undefined ? 2 : 1));
    this.scores = new Float64Array(this.width);
    this.moves = new Float64Array(this.width);
    this.moved = new Int32Array(this.width);
  }

  /** Moves the lines as far as one case asks for. */
  learn(nth: number): void {
    const one = this.cases[nth];
    if (one === undefined) return;
    this.score(one);
    const moved = this.decide(nth);
    if (moved > 0) this.move(one, moved);
  }

  line(nth: number): Float32Array {
    const { width, weights } = this;
    return Float32Array.from(
      { length: this.features + 1 },
      (_, feature) => weights[feature * width + nth] ?? 0,
    );
  }

  /** Four lines at a time: their sums stay at hand while the features are gone through. */
  private score(one: Case<Right>): void {
    for (let line = 0; line < this.width; line += 4) this.scoreFour(one, line);
  }

  /** A line beyond the last one has the next feature's weight, or none: its sum is not asked for. */
  private scoreFour({ features, values }: Case<Right>, line: number): void {
    const { width, weights, scores } = this;
    const last = this.features * width + line;
    let first = weights[last] ?? 0;
    let second = weights[last + 1] ?? 0;
    let third = weights[last + 2] ?? 0;
    let fourth = weights[last + 3] ?? 0;
    for (let f = 0; f < features.length; f += 1) {
      const at = (features[f] ?? 0) * width + line;
      const value = values[f] ?? 0;
      first += (weights[at] ?? 0) * value;
      second += (weights[at + 1] ?? 0) * value;
      third += (weights[at + 2] ?? 0) * value;
      fourth += (weights[at + 3] ?? 0) * value;
    }
    scores[line] = first;
    scores[line + 1] = second;
    scores[line + 2] = third;
    scores[line + 3] = fourth;
  }

  /** Says how far each line moves, and how many do. */
  private decide(nth: number): number {
    const { width, scores, alphas, sides, moves, moved, slacks, lengths } = this;
    let count = 0;
    for (let line = 0; line < width; line += 1) {
      const position = nth * width + line;
      const side = sides[position] ?? 1;
      const slack = slacks[2 * line + (side > 0 ? 1 : 0)] ?? 0;
      const alpha = alphas[position] ?? 0;
      const length = (lengths[line] ?? 0) + slack;
      const next = Math.max(0, alpha - (side * (scores[line] ?? 0) - 1 + slack * alpha) / length);
      if (next === alpha) continue;
      alphas[position] = next;
      moves[count] = (next - alpha) * side;
      moved[count] = line;
      count += 1;
    }
    return count;
  }

  private move({ features, values }: Case<Right>, count: number): void {
    const { width, weights, moves, moved, questions } = this;
    for (let f = 0; f < features.length; f += 1) {
      const row = (features[f] ?? 0) * width;
      const value = values[f] ?? 0;
      for (let n = 0; n < count; n += 1) {
        const position = row + (moved[n] ?? 0);
        weights[position] = (weights[position] ?? 0) + (moves[n] ?? 0) * value;
      }
    }
    const last = this.features * width;
    for (let n = 0; n < count; n += 1) {
      const line = moved[n] ?? 0;
      if (questions[line]?.fixed === undefined)
        weights[last + line] = (weights[last + line] ?? 0) + (moves[n] ?? 0);
    }
  }
}

/** The line of each of these questions, which are all asked of the same cases: a weight a feature, and the last one. */
export function separate<Right>(
  cases: readonly Case<Right>[],
  questions: readonly Question<Right>[],
  features: number,
): Map<Question<Right>, Float32Array> {
  const lines = new Lines(cases, questions, features);
  const passes = passesOver(cases.length);
  for (let pass = 0; pass < passes; pass += 1) for (const nth of orderOf(cases, pass)) lines.learn(nth);
  return new Map(questions.map((question, nth) => [question, lines.line(nth)]));
}
