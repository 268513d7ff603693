/** One route of an HTTP API, such as `GET /requests/{id}`, `ANY /{proxy+}` or `$default`. */
export interface Route<Target> {
  readonly routeKey: string;
  readonly target: Target;
}

export interface RouteMatch<Target> {
  readonly route: Route<Target>;
  readonly pathParameters: Readonly<Record<string, string>>;
}

type Segment =
  | { readonly kind: 'exact'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'greedy'; readonly name: string };

interface Entry<Target> {
  readonly route: Route<Target>;
  readonly method: string;
  readonly segments: readonly Segment[];
}

/** Better matches sort first: exact before `{parameter}` before `{proxy+}`, segment by segment; a method before ANY. */
const RANK = { exact: 0, parameter: 1, greedy: 2 } as const;
/** A path that ended has a rank too: were it like any segment, sorting would depend on which routes came first. */
const NO_SEGMENT = 3;

const segmentsOf = (path: string) => path.split('/').slice(1);

function readSegment(text: string): Segment {
  const [, name, plus] = /^\{([^}+]+)(\+?)\}$/.exec(text) ?? [];
  if (name === undefined) return { kind: 'exact', text };
  return plus === '+' ? { kind: 'greedy', name } : { kind: 'parameter', name };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function matchSegments(
  segments: readonly Segment[],
  path: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const actual = path[index];
    if (actual === undefined) return undefined;
    if (segment.kind === 'greedy') {
      const rest = path.slice(index).map(decode).join('/');
      return rest === '' ? undefined : { ...parameters, [segment.name]: rest };
    }
    if (segment.kind === 'exact' && segment.text !== decode(actual)) return undefined;
    if (segment.kind === 'parameter') {
      if (actual === '') return undefined;
      parameters[segment.name] = decode(actual);
    }
  }
  return segments.length === path.length ? parameters : undefined;
}

const rankOf = (segment: Segment | undefined): number => (segment ? RANK[segment.kind] : NO_SEGMENT);

function compare<T>(a: Entry<T>, b: Entry<T>): number {
  for (let index = 0; index < Math.max(a.segments.length, b.segments.length); index += 1) {
    const difference = rankOf(a.segments[index]) - rankOf(b.segments[index]);
    if (difference !== 0) return difference;
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

/** The routes of one API, with API Gateway's rules of precedence. */
export class RouteTable<Target> {
  private readonly entries: Entry<Target>[] = [];
  private fallback: Route<Target> | undefined;

  add(route: Route<Target>): void {
    if (route.routeKey === '$default') {
      this.fallback = route;
      return;
    }
    const [method = '', path = ''] = route.routeKey.split(' ');
    this.entries.push({ route, method, segments: segmentsOf(path).map(readSegment) });
    this.entries.sort(compare);
  }

  keys(): string[] {
    const routes = this.entries.map(({ route }) => route);
    return [...routes, ...(this.fallback ? [this.fallback] : [])].map(({ routeKey }) => routeKey);
  }

  match(method: string, path: string): RouteMatch<Target> | undefined {
    const actual = segmentsOf(path);
    for (const { route, method: wanted, segments } of this.entries) {
      if (wanted !== 'ANY' && wanted !== method) continue;
      const pathParameters = matchSegments(segments, actual);
      if (pathParameters !== undefined) return { route, pathParameters };
    }
    return this.fallback === undefined ? undefined : { route: this.fallback, pathParameters: {} };
  }
}
