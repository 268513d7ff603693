import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Language } from '../../../domain/words/language.js';
import { type Problem, retryHeader } from '../../http/problem.js';
import { problemWords } from '../../http/problem-words.js';
import { type Node, xmlDocument } from './xml.js';

export type Format = 'json' | 'xml';

const TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

/** The format is the ending of the path, which every route here has; what has none is answered in JSON. */
export const formatOf = ({ rawPath }: APIGatewayProxyEventV2): Format =>
  rawPath.endsWith('.xml') ? 'xml' : 'json';

/** `street-light` of `street-light.xml`. */
export const withoutFormat = (name = ''): string => name.replace(/\.(?:json|xml)$/, '');

/** In JSON a list or an object as it is, in XML the same under a root. */
export function answer(
  event: APIGatewayProxyEventV2,
  statusCode: number,
  root: string,
  node: Node,
): APIGatewayProxyStructuredResultV2 {
  const format = formatOf(event);
  return {
    statusCode,
    headers: { 'content-type': TYPES[format], 'cache-control': 'no-store' },
    body: format === 'xml' ? xmlDocument(root, node) : JSON.stringify(node),
  };
}

/** GeoReport v2, "Errors": a list of code and description, here one per field. A wrong form is a 400 there. */
export function answerErrors(problem: Problem, language: Language, event: APIGatewayProxyEventV2) {
  const { status, title } = problemWords(problem.type);
  const code = problem.type === 'invalid-body' ? 400 : status;
  const descriptions =
    problem.errors.length === 0
      ? [problem.more.detail ?? title[language]]
      : problem.errors.map(({ field, message }) => `${field.replace(/^\//, '')}: ${message}`);
  const errors = descriptions.map((description) => ({ code, description }));
  const answered = answer(event, code, 'errors', errors);
  return { ...answered, headers: { ...answered.headers, ...retryHeader(problem) } };
}
