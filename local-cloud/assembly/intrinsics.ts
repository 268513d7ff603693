import { AssemblyError } from './assembly-error.js';
import { ExactNumber } from '../states-language/exact-number.js';
import { isJsonObject, type Json, type JsonObject } from './json.js';

/** The things that intrinsic functions of one stack refer to. Each answers undefined when there is no such thing. */
export interface Scope {
  /** A parameter, a pseudo parameter (`AWS::Region`) or a deployed resource. */
  ref(name: string): Json | undefined;
  attribute(logicalId: string, name: string): Json | undefined;
  condition(name: string): Json | undefined;
  mapping(map: string, key: string, name: string): Json | undefined;
  /** The value another stack exports under this name. */
  exported(name: string): Json | undefined;
}

/** Stands for `AWS::NoValue`: what holds it is left out. */
const NO_VALUE = Symbol('AWS::NoValue');
type Resolved = Json | typeof NO_VALUE;

type Intrinsic = (argument: Json, scope: Scope) => Resolved;

const known = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new AssemblyError(`${what} does not exist or is not deployed yet`);
  return value;
};

function text(value: Json, where: string): string {
  if (typeof value === 'string') return value;
  if (value instanceof ExactNumber) return value.text;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new AssemblyError(`${where} needs text but was given ${JSON.stringify(value)}`);
}

function list(value: Json, where: string): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  throw new AssemblyError(`${where} needs a list but was given ${JSON.stringify(value)}`);
}

function ref(name: string, scope: Scope): Resolved {
  return name === 'AWS::NoValue' ? NO_VALUE : known(scope.ref(name), `Ref ${name}`);
}

function attribute(argument: Json, scope: Scope): Json {
  const path =
    typeof argument === 'string'
      ? argument.split('.')
      : list(argument, 'Fn::GetAtt').map((part) => text(part, 'Fn::GetAtt'));
  const [logicalId = '', ...rest] = path;
  const name = rest.join('.');
  return known(scope.attribute(logicalId, name), `Fn::GetAtt ${logicalId}.${name}`);
}

function substitute(argument: Json, scope: Scope): string {
  const [template, variables] = Array.isArray(argument) ? (argument as readonly Json[]) : [argument];
  const own = isJsonObject(variables) ? variables : {};
  return text(template ?? '', 'Fn::Sub').replace(/\$\{([^}]*)\}/g, (whole, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const given = own[name];
    if (given !== undefined) return text(resolveIntrinsics(given, scope), 'Fn::Sub');
    if (name.includes('.')) return text(attribute(name, scope), 'Fn::Sub');
    const value = ref(name.trim(), scope);
    return value === NO_VALUE ? '' : text(value, `Fn::Sub ${whole}`);
  });
}

function isTrue(condition: Json, scope: Scope): boolean {
  return resolveIntrinsics(condition, scope) === true;
}

function choose(argument: Json, scope: Scope): Resolved {
  const [condition = '', whenTrue = null, whenFalse = null] = list(argument, 'Fn::If');
  const name = text(condition, 'Fn::If');
  return resolve(
    isTrue(known(scope.condition(name), `condition ${name}`), scope) ? whenTrue : whenFalse,
    scope,
  );
}

function select(argument: Json, scope: Scope): Json {
  const [index = 0, values = []] = list(argument, 'Fn::Select');
  const position = Number(resolveIntrinsics(index, scope));
  return known(list(resolveIntrinsics(values, scope), 'Fn::Select')[position], `Fn::Select item ${position}`);
}

const resolvedList = (argument: Json, scope: Scope, where: string) =>
  list(resolveIntrinsics(argument, scope), where);

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope) => ref(text(argument, 'Ref'), scope),
  Condition: (argument, scope) =>
    isTrue(
      known(scope.condition(text(argument, 'Condition')), `condition ${text(argument, 'Condition')}`),
      scope,
    ),
  'Fn::GetAtt': attribute,
  'Fn::Join': (argument, scope) => {
    const [separator = '', values = []] = list(argument, 'Fn::Join');
    return resolvedList(values, scope, 'Fn::Join')
      .map((value) => text(value, 'Fn::Join'))
      .join(text(separator, 'Fn::Join'));
  },
  'Fn::Sub': substitute,
  'Fn::Select': select,
  'Fn::Split': (argument, scope) => {
    const [separator = '', value = ''] = resolvedList(argument, scope, 'Fn::Split');
    return text(value, 'Fn::Split').split(text(separator, 'Fn::Split'));
  },
  'Fn::Base64': (argument, scope) =>
    Buffer.from(text(resolveIntrinsics(argument, scope), 'Fn::Base64')).toString('base64'),
  'Fn::FindInMap': (argument, scope) => {
    const [map, key, name] = resolvedList(argument, scope, 'Fn::FindInMap').map((part) =>
      text(part, 'Fn::FindInMap'),
    );
    return known(scope.mapping(map ?? '', key ?? '', name ?? ''), `mapping ${map}.${key}.${name}`);
  },
  'Fn::ImportValue': (argument, scope) => {
    const name = text(resolveIntrinsics(argument, scope), 'Fn::ImportValue');
    return known(scope.exported(name), `export ${name}`);
  },
  'Fn::If': choose,
  'Fn::Equals': (argument, scope) => {
    const [left, right] = resolvedList(argument, scope, 'Fn::Equals');
    return JSON.stringify(left) === JSON.stringify(right);
  },
  'Fn::And': (argument, scope) => list(argument, 'Fn::And').every((condition) => isTrue(condition, scope)),
  'Fn::Or': (argument, scope) => list(argument, 'Fn::Or').some((condition) => isTrue(condition, scope)),
  'Fn::Not': (argument, scope) => !list(argument, 'Fn::Not').some((condition) => isTrue(condition, scope)),
};

/** The only key of an object that is a call of an intrinsic function. */
function intrinsicName(value: JsonObject): string | undefined {
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return undefined;
  return name === 'Ref' || name === 'Condition' || name.startsWith('Fn::') ? name : undefined;
}

function resolveObject(value: JsonObject, scope: Scope): Resolved {
  const name = intrinsicName(value);
  // A policy statement may have a property `Condition` of its own; only text names a template condition.
  if (name !== undefined && !(name === 'Condition' && typeof value[name] !== 'string')) {
    const intrinsic = INTRINSICS[name];
    if (intrinsic === undefined) throw new AssemblyError(`the intrinsic function ${name} is not supported`);
    return intrinsic(value[name] ?? null, scope);
  }
  const resolved: [string, Json][] = [];
  for (const [key, part] of Object.entries(value)) {
    const result = resolve(part, scope);
    if (result !== NO_VALUE) resolved.push([key, result]);
  }
  return Object.fromEntries(resolved);
}

function resolve(value: Json, scope: Scope): Resolved {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((part) => {
      const result = resolve(part, scope);
      return result === NO_VALUE ? [] : [result];
    });
  }
  return isJsonObject(value) && !(value instanceof ExactNumber) ? resolveObject(value, scope) : value;
}

/** The value with every intrinsic carried out; `AWS::NoValue` on its own becomes null. Throws AssemblyError. */
export function resolveIntrinsics(value: Json, scope: Scope): Json {
  const resolved = resolve(value, scope);
  return resolved === NO_VALUE ? null : resolved;
}
