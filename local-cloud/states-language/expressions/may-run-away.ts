/** A node of what the expression library parsed. */
type Node = Readonly<Record<string, unknown>>;

/** Nodes whose cost is that of the steps they take, or of the data they read once. */
const PLAIN = new Set(
  'binary block condition filter function lambda name number path string unary value variable wildcard'.split(
    ' ',
  ),
);
/** The library's functions that read their arguments once or twice and give no more than these hold. */
const PLAIN_FUNCTIONS = new Set(
  (
    'abs average boolean ceil contains count each error assert exists filter floor fromMillis keys length lookup ' +
    'lowercase map max merge millis min not now number power reverse round sift single split spread sqrt string ' +
    'substring substringAfter substringBefore sum toMillis trim type uppercase ' +
    'hash parse partition random range uuid'
  ).split(' '),
);
/** The others, which cost or give more than they are given. They may also be handed to a function as a value. */
const COSTLY_FUNCTIONS = new Set(
  (
    'append base64decode base64encode clone decodeUrl decodeUrlComponent distinct encodeUrl encodeUrlComponent eval ' +
    'formatBase formatInteger formatNumber join match pad parseInteger reduce replace shuffle sort zip'
  ).split(' '),
);
/** These take a picture as a further argument, from which the library makes a regular expression or a text of any length. */
const PICTURED = new Set(['fromMillis', 'now', 'toMillis']);
/** Functions within functions can double a value each time. */
const DEEPEST_FUNCTIONS = 2;

/**
 * Whether an expression can cost more than its steps say: by a regular expression, by recursion, by texts and lists
 * that grow out of themselves, by a function of the library that takes the square of what it is given. Such an
 * expression could hold up whoever evaluates it for good. What is not known to be plain may.
 */
export function mayRunAway(parsed: unknown): boolean {
  return !isPlain(parsed, 0);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function isPlain(value: unknown, functions: number): boolean {
  if (!isNode(value)) return true;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, functions));
  const { type, value: named } = value;
  // Joins (`@`, `#`) and parents (`%`) multiply what they go over.
  if (value['tuple'] !== undefined || value['ancestor'] !== undefined) return false;
  if (typeof type === 'string' && !PLAIN.has(type)) return false;
  if (type === 'variable' && COSTLY_FUNCTIONS.has(String(named))) return false;
  if (type === 'binary' && named === '..') return false;
  if (type === 'function' && !isPlainCall(value)) return false;
  const within = type === 'lambda' ? functions + 1 : functions;
  if (within > DEEPEST_FUNCTIONS) return false;
  return Object.values(value).every((member) => isPlain(member, within));
}

function isPlainCall({ procedure, arguments: given }: Node): boolean {
  if (!isNode(procedure) || procedure['type'] !== 'variable' || !Array.isArray(given)) return false;
  const name = String(procedure['value']);
  return PLAIN_FUNCTIONS.has(name) && !(PICTURED.has(name) && given.length > 1);
}
