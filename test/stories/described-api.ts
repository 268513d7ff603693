import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as z from 'zod';
import type { TownStory } from './town-story.js';

const content = z.record(z.string(), z.object({ schema: z.record(z.string(), z.json()) }));
const operation = z.looseObject({
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  parameters: z
    .array(z.looseObject({ in: z.string(), name: z.string(), schema: z.record(z.string(), z.json()) }))
    .default([]),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content })),
});
const documentSchema = z.looseObject({
  openapi: z.string().startsWith('3.1.'),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.json())) }),
});
type Operation = z.output<typeof operation>;

/** The running town's own description of its API, held against what it answers. */
export class DescribedApi {
  /** `GET /requests/{id} 200 application/json`, for every answer that was looked at. */
  readonly seen = new Set<string>();
  private readonly ajv: Ajv2020;

  private constructor(
    private readonly town: TownStory,
    readonly document: z.output<typeof documentSchema>,
  ) {
    this.ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats.default(this.ajv);
    this.ajv.addVocabulary(['components', 'openapi', 'info', 'servers', 'paths']);
    this.ajv.addSchema(document, 'api');
  }

  static async of(town: TownStory): Promise<DescribedApi> {
    const response = await town.http('/openapi.json');
    return new DescribedApi(town, documentSchema.parse(await response.json()));
  }

  /** `GET /requests/{id}` and so on. */
  get operations(): string[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
  }

  /** Those for whoever signed in to the console, and those for everybody. */
  get guarded(): string[] {
    return this.operations.filter((route) => this.operation(route).security.length > 0);
  }

  get open(): string[] {
    return this.operations.filter((route) => this.operation(route).security.length === 0);
  }

  /** The operations among these that were looked at. */
  get called(): string[] {
    return [...new Set([...this.seen].map((one) => one.split(' ').slice(0, 2).join(' ')))];
  }

  /** Calls the town; fails unless the answer's status, type and body, and the parameters asked with, are as described. */
  async call(route: string, path: string, init: RequestInit = {}): Promise<unknown> {
    const described = this.operation(route);
    const response = await this.town.http(path, {
      ...init,
      method: route.split(' ')[0] ?? 'GET',
    });
    const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const body = await response.text();
    const answers = described.responses[String(response.status)]?.content;
    assert.ok(answers && type in answers, `${route} answers ${response.status} ${type}: not described`);
    this.seen.add(`${route} ${response.status} ${type}`);
    for (const name of new URL(path, this.town.cloud.url).searchParams.keys())
      assert.ok(
        described.parameters.some((parameter) => parameter.name === name),
        `${route} takes ${name}: not described`,
      );
    if (!type.endsWith('json')) return body;
    const value: unknown = JSON.parse(body);
    this.fits(route, answers[type]?.schema ?? {}, value);
    return value;
  }

  /** The same with a JSON body that is as described, too. */
  async post(
    route: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<unknown> {
    const schema = this.operation(route).requestBody?.content['application/json']?.schema ?? {};
    this.fits(route, schema, body);
    return this.send(route, path, body, headers);
  }

  /** The same with a body of any kind. */
  send(route: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
    return this.call(route, path, {
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** The same with a form. */
  form(route: string, path: string, fields: Readonly<Record<string, string>>): Promise<unknown> {
    return this.call(route, path, { body: new URLSearchParams(fields) });
  }

  /** Schemas of the document that ajv cannot compile in strict mode. */
  broken(): string[] {
    return Object.keys(this.document.components.schemas).filter((name) => {
      try {
        this.ajv.compile({ $ref: `api#/components/schemas/${name}` });
        return false;
      } catch (error) {
        return String(error);
      }
    });
  }

  private operation(route: string): Operation {
    const [method = '', path = ''] = route.split(' ');
    const found = this.document.paths[path]?.[method.toLowerCase()];
    if (!found) throw new Error(`the document describes no ${route}`);
    return found;
  }

  private fits(route: string, schema: Readonly<Record<string, unknown>>, value: unknown): void {
    const ref = schema['$ref'];
    const check = this.ajv.compile(typeof ref === 'string' ? { $ref: `api${ref}` } : schema);
    assert.deepEqual(check(value) ? [] : check.errors, [], `${route}: ${JSON.stringify(value)}`);
  }
}
