import { conditionsHold } from '../iam/conditions.js';

const TOPIC = 'arn:aws:sns:us-east-1:111111111111:shop-inbound';
const REQUEST = {
  'aws:sourcearn': [TOPIC],
  'aws:securetransport': ['true'],
  'dynamodb:leadingkeys': ['own/1', 'own/2'],
};

describe('a condition of a policy', () => {
  test.each<[operator: string, key: string, values: string[], holds: boolean]>([
    ['StringEquals', 'aws:SourceArn', [TOPIC], true],
    ['StringEquals', 'AWS:sourceARN', ['other', TOPIC], true],
    ['StringEquals', 'aws:SourceArn', [TOPIC.toUpperCase()], false],
    ['StringEquals', 'aws:SourceArn', ['arn:aws:sns:*'], false],
    ['StringEqualsIgnoreCase', 'aws:SourceArn', [TOPIC.toUpperCase()], true],
    ['StringNotEquals', 'aws:SourceArn', [TOPIC], false],
    ['StringNotEquals', 'aws:SourceArn', ['other'], true],
    ['StringLike', 'aws:SourceArn', ['arn:aws:sns:*:shop-?nbound'], true],
    ['StringLike', 'aws:SourceArn', ['shop-*'], false],
    ['StringNotLike', 'aws:SourceArn', ['arn:aws:sns:*'], false],
    ['ArnEquals', 'aws:SourceArn', [TOPIC], true],
    ['ArnLike', 'aws:SourceArn', ['arn:aws:sns:us-east-1:*:shop-*'], true],
    ['ArnNotEquals', 'aws:SourceArn', [TOPIC], false],
    ['ArnNotLike', 'aws:SourceArn', ['arn:aws:sqs:*'], true],
    ['Bool', 'aws:SecureTransport', ['true'], true],
    ['Bool', 'aws:SecureTransport', ['False'], false],
    ['Null', 'aws:SecureTransport', ['false'], true],
    ['Null', 'aws:SecureTransport', ['true'], false],
    ['Null', 'aws:SourceAccount', ['true'], true],
    ['ForAllValues:StringLike', 'dynamodb:LeadingKeys', ['own/*'], true],
    ['ForAllValues:StringLike', 'dynamodb:LeadingKeys', ['own/1'], false],
    ['ForAllValues:StringEquals', 'dynamodb:LeadingKeys', ['own/2', 'own/1', 'own/3'], true],
    ['ForAnyValue:StringEquals', 'dynamodb:LeadingKeys', ['own/2'], true],
    ['ForAnyValue:StringLike', 'dynamodb:LeadingKeys', ['other/*'], false],
    ['ForAnyValue:StringNotEquals', 'dynamodb:LeadingKeys', ['own/1'], true],
    ['ForAllValues:StringNotEquals', 'dynamodb:LeadingKeys', ['own/1'], false],
  ])('%s on %s, %j: %s', (operator, key, values, holds) => {
    expect(conditionsHold({ [operator]: { [key]: values } }, REQUEST)).toBe(holds);
  });

  test.each<[operator: string, holds: boolean]>([
    ['StringEquals', false],
    ['StringLike', false],
    ['ArnEquals', false],
    ['Bool', false],
    ['StringNotEquals', true],
    ['ArnNotLike', true],
    ['StringEqualsIfExists', true],
    ['BoolIfExists', true],
    ['ForAllValues:StringLike', true],
    ['ForAnyValue:StringLike', false],
    ['ForAnyValue:StringNotLike', false],
  ])('%s on a key that the request has not: %s', (operator, holds) => {
    expect(conditionsHold({ [operator]: { 'aws:SourceAccount': ['x'] } }, REQUEST)).toBe(holds);
    expect(conditionsHold({ [operator]: { 'aws:SourceAccount': ['x'] } }, { 'aws:sourceaccount': [] })).toBe(
      holds,
    );
  });

  it('holds only with all others', () => {
    const secure = { Bool: { 'aws:SecureTransport': ['true'] } };
    const source = (arn: string) => ({ ArnEquals: { 'aws:SourceArn': [arn] } });
    expect(conditionsHold({ ...secure, ...source(TOPIC) }, REQUEST)).toBe(true);
    expect(conditionsHold({ ...secure, ...source('arn:aws:sns:us-east-1:111111111111:x') }, REQUEST)).toBe(
      false,
    );
    expect(conditionsHold({}, REQUEST)).toBe(true);
  });
});
