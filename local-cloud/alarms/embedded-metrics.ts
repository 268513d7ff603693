import * as z from 'zod';

/** A measurement, with the dimensions that tell it from others of its name. */
export interface Datum {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

const directive = z.object({
  Namespace: z.string(),
  Dimensions: z.array(z.array(z.string())),
  Metrics: z.array(z.object({ Name: z.string() })),
});
const embedded = z.looseObject({
  _aws: z.object({ Timestamp: z.number(), CloudWatchMetrics: z.array(directive) }),
});

const valuesOf = (value: unknown): readonly number[] =>
  [value].flat().filter((one): one is number => typeof one === 'number');

function read(line: string): Datum[] {
  const parsed = embedded.safeParse(JSON.parse(line));
  if (!parsed.success) return [];
  const { _aws, ...members } = parsed.data;
  return _aws.CloudWatchMetrics.flatMap(({ Namespace: namespace, Dimensions, Metrics }) =>
    Dimensions.flatMap((names) => {
      const dimensions = Object.fromEntries(names.map((name) => [name, String(members[name])]));
      return Metrics.flatMap(({ Name: name }) =>
        valuesOf(members[name]).map((value) => ({ namespace, name, dimensions, value, at: _aws.Timestamp })),
      );
    }),
  );
}

/**
 * The measurements in the lines of a function's log that are whole lines of CloudWatch's embedded metric format; other
 * lines have none.
 */
export function embeddedMetrics(text: string): Datum[] {
  if (!text.includes('"CloudWatchMetrics"')) return [];
  return text.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    try {
      return read(line);
    } catch {
      return [];
    }
  });
}
