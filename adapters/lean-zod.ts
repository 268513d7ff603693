import * as core from 'zod/v4/core';

/*
 * zod as functions load it; `tools/bundle.ts` puts this module in its place. Making schemas was a third of a cold start:
 * zod's own classes bring every kind and every method that there is, and make each schema anew. These stand on the same
 * core, which does the reading, with the kinds and the methods that our schemas are made with. A schema never changes, so
 * what is made of it the same way is made once; and the core makes of it what reads when it is first read with, which at
 * one call few are. Descriptions, and messages in English, are read by nobody here.
 */

type Schema = Methods;
type Kind = new (def: object) => Schema;
/** Words for an error of its own, or a function that finds them. */
type Params =
  | string
  | { readonly message?: string; readonly error?: unknown; readonly path?: readonly string[] };
interface Check {
  readonly _zod: object;
}
type Names = Readonly<Record<string, boolean>>;

function asZodError(error: core.$ZodError, issues: core.$ZodIssue[]): void {
  const Base: typeof core.$ZodError = core.$ZodError;
  Base.init(error, issues);
  error.name = 'ZodError';
}

/** What tells the errors that `parse` throws from others, by the name that zod's own has. */
export const ZodError = /* @__PURE__ */ core.$constructor('ZodError', asZodError);
/** What `parse` throws, an Error; every other is an instance of it, too, so that none is told by it. */
const Thrown = /* @__PURE__ */ core.$constructor('ZodError', asZodError, undefined, { Parent: Error });
const parse = /* @__PURE__ */ core._parse(Thrown);
const safeParse = /* @__PURE__ */ core._safeParse(Thrown);

const made = new WeakMap<object, Map<string, Schema>>();

/** The result of a step from a schema, or of a kind's own beginning: made once where no more than numbers is given. */
function once(from: object, step: string, given: readonly unknown[], make: () => unknown): Schema {
  if (given.some((one) => one !== undefined && typeof one !== 'number')) return make() as Schema;
  const known = made.get(from) ?? new Map<string, Schema>();
  made.set(from, known);
  const name = `${step} ${given.join()}`;
  const schema = known.get(name) ?? (make() as Schema);
  known.set(name, schema);
  return schema;
}

/** What the core makes, when it is first asked for. */
class Later implements Check {
  readonly make: () => unknown;

  constructor(make: () => unknown) {
    this.make = make;
  }
  get _zod(): object {
    return keep(this, (this.make() as Check)._zod);
  }
}

/** Keeps what the core made of something, in place of what makes it. */
function keep<Made extends object>(of: object, made: Made): Made {
  Object.defineProperty(of, '_zod', { value: made });
  return made;
}

type Limit = (limit: never, params?: never) => unknown;
/** How the least of what is read is checked, and the most, by its kind. */
const LEAST: Readonly<Record<string, Limit>> = {
  string: core._minLength,
  array: core._minLength,
  set: core._minSize,
  number: core._gte,
};
const MOST: Readonly<Record<string, Limit>> = {
  string: core._maxLength,
  array: core._maxLength,
  set: core._maxSize,
  number: core._lte,
};

/** The parts of a schema that others are made of. */
interface Parts {
  readonly checks?: readonly Check[];
  readonly shape: Readonly<Record<string, Schema>>;
  readonly element: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
  readonly values: readonly unknown[];
  readonly entries: Readonly<Record<string, string>>;
  readonly type: string;
}

/** The methods of every schema. One whose kind has no use for a method is not asked for it, as zod's types see to. */
class Methods {
  declare readonly '~standard': core.$ZodType['~standard'];
  get def(): Parts {
    throw new Error('every schema is of a kind');
  }
  /** What reads values, as the core of this kind makes it. */
  get _zod(): core.$ZodType['_zod'] {
    throw new Error('every schema is of a kind');
  }
  get shape() {
    return this.def.shape;
  }
  get element() {
    return this.def.element;
  }
  get options() {
    return this.def.options ?? Object.values(this.def.entries);
  }
  get values() {
    return new Set(this.def.values);
  }
  get value() {
    return this.def.values[0];
  }
  unwrap() {
    return this.def.innerType ?? this.def.element;
  }

  parse(value: unknown) {
    return parse(this, value);
  }
  safeParse(value: unknown, context?: core.ParseContext<core.$ZodIssue>) {
    return safeParse(this, value, context);
  }

  check(...more: readonly Check[]): Schema {
    return this.with({ checks: [...(this.def.checks ?? []), ...more] });
  }
  with(changed: object): Schema {
    const parts = Object.defineProperties(
      {},
      { ...Object.getOwnPropertyDescriptors(this.def), ...Object.getOwnPropertyDescriptors(changed) },
    );
    return new (this.constructor as Kind)(parts);
  }
  private checkedOnce(
    step: string,
    given: readonly unknown[],
    check: (...given: never[]) => unknown,
  ): Schema {
    return once(this, step, given, () => this.check(new Later(() => check(...(given as never[])))));
  }
  min(least: number, params?: Params) {
    return this.checkedOnce('min', [least, params], LEAST[this.def.type] ?? unfit);
  }
  max(most: number, params?: Params) {
    return this.checkedOnce('max', [most, params], MOST[this.def.type] ?? unfit);
  }
  int(params?: Params) {
    return this.checkedOnce('int', [params], int);
  }
  positive(params?: Params) {
    return this.checkedOnce('positive', [params], core._positive);
  }
  nonnegative(params?: Params) {
    return this.checkedOnce('nonnegative', [params], core._nonnegative);
  }
  multipleOf(step: number, params?: Params) {
    return this.checkedOnce('multipleOf', [step, params], core._multipleOf);
  }
  trim() {
    return this.checkedOnce('trim', [], core._trim);
  }
  regex(pattern: RegExp, params?: Params) {
    return this.check(new Later(() => core._regex(pattern, params as never)));
  }
  refine(holds: (value: unknown) => unknown, params?: Params) {
    return this.check(new Later(() => core._refine(ZodCustom as never, holds, params as never)));
  }
  superRefine(look: (value: unknown, context: core.$RefinementCtx) => void) {
    return this.check(new Later(() => core._superRefine(look)));
  }

  optional() {
    return once(this, 'optional', [], () => new ZodOptional({ type: 'optional', innerType: this }));
  }
  nullable() {
    return once(this, 'nullable', [], () => new ZodNullable({ type: 'nullable', innerType: this }));
  }
  readonly() {
    return new ZodReadonly({ type: 'readonly', innerType: this });
  }
  default(value: unknown) {
    return core._default(ZodDefault as never, this as never, value as never) as unknown as Schema;
  }
  transform(change: (value: unknown, context: object) => unknown): Schema {
    const step: Schema = new ZodTransform({
      type: 'transform',
      transform: (value: unknown, { issues }: core.ParsePayload) =>
        change(value, {
          addIssue: (issue: object) => issues.push({ code: 'custom', input: value, inst: step, ...issue }),
        }),
    });
    return new ZodPipe({ type: 'pipe', in: this, out: step });
  }
  describe() {
    return this;
  }
  meta() {
    return this;
  }

  extend(members: Readonly<Record<string, Schema>>) {
    return this.with({ shape: { ...this.shape, ...members } });
  }
  private ofMembers(names: readonly string[]): Schema {
    if (this.def.checks?.length) throw new Error('what is refined as a whole is not divided');
    const { shape } = this;
    return this.with({ shape: Object.fromEntries(names.map((name) => [name, shape[name]])) });
  }
  pick(names: Names) {
    return this.ofMembers(Object.keys(names));
  }
  omit(names: Names) {
    return this.ofMembers(Object.keys(this.shape).filter((name) => !names[name]));
  }
  strict() {
    return this.with({ catchall: never() });
  }
  exclude(names: readonly string[]) {
    const rest = Object.entries(this.def.entries).filter(([name]) => !names.includes(name));
    return this.with({ entries: Object.fromEntries(rest), checks: [] });
  }
}

const unfit: Limit = () => {
  throw new Error('what is neither text, a number nor a list has no least and no most');
};

/* @__NO_SIDE_EFFECTS__ */
const kind = <Own extends core.$ZodType>(of: core.$constructor<Own>): Kind =>
  class extends Methods {
    readonly parts: Parts;

    constructor(parts: object) {
      super();
      this.parts = parts as Parts;
    }
    override get def() {
      return this.parts;
    }
    override get _zod() {
      return keep(this, new of(this.parts as never)._zod);
    }
    static override [Symbol.hasInstance](value: unknown): boolean {
      return Reflect.apply(isMadeBy, this, [value instanceof Awaited ? value.made : value]);
    }
  };

const isMadeBy = Function.prototype[Symbol.hasInstance];

/** A schema of a module, which is written down when it is first asked for anything. */
class Awaited extends Methods {
  private readonly write: () => Schema;

  constructor(write: () => Schema) {
    super();
    this.write = write;
  }
  get made(): Schema {
    const made = this.write();
    Object.defineProperty(this, 'made', { value: made });
    return made;
  }
  override get def() {
    return this.made.def;
  }
  override get _zod() {
    return keep(this, this.made._zod);
  }
  override with(changed: object): Schema {
    return this.made.with(changed);
  }
}

/** Where `tools/used-alone.ts` finds a schema at the outermost level of a module. */
export const later = (write: () => Schema): Schema => new Awaited(write);

export const ZodString = /* @__PURE__ */ kind(core.$ZodString);
const ZodURL = /* @__PURE__ */ kind(core.$ZodURL);
const ZodCIDRv4 = /* @__PURE__ */ kind(core.$ZodCIDRv4);
const ZodCIDRv6 = /* @__PURE__ */ kind(core.$ZodCIDRv6);
const ZodISODate = /* @__PURE__ */ kind(core.$ZodISODate);
const ZodISODateTime = /* @__PURE__ */ kind(core.$ZodISODateTime);
export const ZodNumber = /* @__PURE__ */ kind(core.$ZodNumber);
const ZodNumberFormat = /* @__PURE__ */ kind(core.$ZodNumberFormat);
export const ZodBoolean = /* @__PURE__ */ kind(core.$ZodBoolean);
const ZodNull = /* @__PURE__ */ kind(core.$ZodNull);
const ZodUnknown = /* @__PURE__ */ kind(core.$ZodUnknown);
const ZodNever = /* @__PURE__ */ kind(core.$ZodNever);
export const ZodArray = /* @__PURE__ */ kind(core.$ZodArray);
export const ZodObject = /* @__PURE__ */ kind(core.$ZodObject);
const ZodUnion = /* @__PURE__ */ kind(core.$ZodUnion);
export const ZodDiscriminatedUnion = /* @__PURE__ */ kind(core.$ZodDiscriminatedUnion);
const ZodTuple = /* @__PURE__ */ kind(core.$ZodTuple);
const ZodRecord = /* @__PURE__ */ kind(core.$ZodRecord);
const ZodSet = /* @__PURE__ */ kind(core.$ZodSet);
export const ZodEnum = /* @__PURE__ */ kind(core.$ZodEnum);
export const ZodLiteral = /* @__PURE__ */ kind(core.$ZodLiteral);
const ZodTransform = /* @__PURE__ */ kind(core.$ZodTransform);
export const ZodOptional = /* @__PURE__ */ kind(core.$ZodOptional);
const ZodNullable = /* @__PURE__ */ kind(core.$ZodNullable);
export const ZodDefault = /* @__PURE__ */ kind(core.$ZodDefault);
const ZodPipe = /* @__PURE__ */ kind(core.$ZodPipe);
const ZodCodec = /* @__PURE__ */ kind(core.$ZodCodec);
const ZodReadonly = /* @__PURE__ */ kind(core.$ZodReadonly);
const ZodLazy = /* @__PURE__ */ kind(core.$ZodLazy);
const ZodCustom = /* @__PURE__ */ kind(core.$ZodCustom);

function worded(params?: Params): object {
  if (typeof params === 'string') return { error: () => params };
  const { message, error = message, ...others } = params ?? {};
  if (error === undefined) return others;
  return { ...others, error: typeof error === 'string' ? () => error : error };
}

export const string = (params?: Params) =>
  once(ZodString, 'string', [params], () => new ZodString({ type: 'string', ...worded(params) }));
export const number = (params?: Params) =>
  once(ZodNumber, 'number', [params], () => new ZodNumber({ type: 'number', ...worded(params) }));
export const boolean = (params?: Params) =>
  once(ZodBoolean, 'boolean', [params], () => new ZodBoolean({ type: 'boolean', ...worded(params) }));
export const unknown = () => once(ZodUnknown, 'unknown', [], () => new ZodUnknown({ type: 'unknown' }));
export const never = () => once(ZodNever, 'never', [], () => new ZodNever({ type: 'never' }));
const nothing = () => new ZodNull({ type: 'null' });
const int = (params?: Params) => core._int(ZodNumberFormat as never, params as never);

export const url = (params?: Params) => core._url(ZodURL as never, params as never);
export const cidrv4 = (params?: Params) => core._cidrv4(ZodCIDRv4 as never, params as never);
export const cidrv6 = (params?: Params) => core._cidrv6(ZodCIDRv6 as never, params as never);
export const iso = {
  date: (params?: Params) => core._isoDate(ZodISODate as never, params as never),
  datetime: (params?: Params) => core._isoDateTime(ZodISODateTime as never, params as never),
};
export const coerce = {
  number: (params?: Params) => new ZodNumber({ type: 'number', coerce: true, ...worded(params) }),
};
export const stringbool = () =>
  core._stringbool({ Codec: ZodCodec, Boolean: ZodBoolean, String: ZodString } as never);

export const object = (shape: object = {}) => new ZodObject({ type: 'object', shape });
export const strictObject = (shape: object) => new ZodObject({ type: 'object', shape, catchall: never() });
export const looseObject = (shape: object) => new ZodObject({ type: 'object', shape, catchall: unknown() });
export const array = (element: Schema, params?: Params) =>
  once(element, 'array', [params], () => new ZodArray({ type: 'array', element, ...worded(params) }));
export const tuple = (items: readonly Schema[]) => new ZodTuple({ type: 'tuple', items, rest: null });
export const record = (keyType: Schema, valueType: Schema) =>
  new ZodRecord({ type: 'record', keyType, valueType });
export const partialRecord = (keyType: Schema, valueType: Schema) =>
  new ZodRecord({ type: 'record', keyType, valueType, partial: true });
export const set = (valueType: Schema) => new ZodSet({ type: 'set', valueType });
export const union = (options: readonly Schema[], params?: Params) =>
  new ZodUnion({ type: 'union', options, ...worded(params) });
export const discriminatedUnion = (discriminator: string, options: readonly Schema[]) =>
  new ZodDiscriminatedUnion({ type: 'union', options, discriminator });
export const literal = (value: unknown, params?: Params) =>
  new ZodLiteral({ type: 'literal', values: Array.isArray(value) ? value : [value], ...worded(params) });
const oneOf = (values: readonly string[], params?: Params) =>
  new ZodEnum({
    type: 'enum',
    entries: Object.fromEntries(values.map((value) => [value, value])),
    ...worded(params),
  });
export const json = (): Schema => {
  const value: Schema = new ZodLazy({
    type: 'lazy',
    getter: () => union([string(), number(), boolean(), nothing(), array(value), record(string(), value)]),
  });
  return value;
};

/** A value that this class made. */
function madeBy(of: abstract new (...given: never[]) => unknown): Schema {
  class Made extends ZodCustom {
    override get _zod() {
      const check = ({ value: input, issues }: core.ParsePayload): void => {
        if (!(input instanceof of))
          issues.push({ code: 'invalid_type', expected: of.name, input, inst: this } as never);
      };
      return Object.assign(super._zod, { check });
    }
  }
  return new Made({ type: 'custom', check: 'custom', abort: true });
}

export { madeBy as instanceof, nothing as null, oneOf as enum };
export { NEVER } from 'zod/v4/core';

export function toJSONSchema(): never {
  throw new Error('functions describe no schema as JSON Schema');
}
