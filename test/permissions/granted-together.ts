/**
 * What one verb grants in two statements: the second is asked for only where something rare happens that every role with the verb shares,
 * such as a text beyond the day's cap. One role's scenario misses it; the others are known to use the verb by its first statement.
 */
const GRANTED_TOGETHER: readonly (readonly [rare: RegExp, usual: (grant: string) => string])[] = [
  // A text is counted; one that is beyond a cap is told to the duty desk.
  [/dynamodb:UpdateItem on \w+ \*#flood#\*$/, (grant) => grant.replace('#flood#', '#tally#')],
  // A task hears what follows; one whose work was begun anew meanwhile hears that.
  [/: states:SendTaskFailure on /, (grant) => grant.replace('Failure', 'Success')],
  // A caller is counted; one who may do no more is told until when.
  [/dynamodb:GetItem on \w+ \*#caller#\*$/, (grant) => grant.replace('GetItem', 'UpdateItem')],
  // The town's key is read; whoever needs it first makes it.
  [/dynamodb:PutItem on \w+ \*#secret#\*$/, (grant) => grant.replace('PutItem', 'GetItem')],
  // Which towns there are is looked at with each import, and written where a town's number is another.
  [/dynamodb:PutItem on \w+ towns$/, (grant) => grant.replace('PutItem', 'GetItem')],
  [
    /dynamodb:(?:Get|Put|Delete)Item on \w+ \*#number#\*$/,
    (grant) => grant.replace(/(?:Get|Put|Delete)Item on (\w+) .*/, 'GetItem on $1 towns'),
  ],
  // Who lists the whole board may read the open part of it twice.
  [/dynamodb:Query on \w+\/index\/board \*#board#open$/, (grant) => grant.replace(/open$/, '*')],
];

/** Whether a grant stands or falls with another of its role that a scenario asks for, and a scenario of some role asks for the like of it. */
export function goesWithAnother(
  grant: string,
  isAskedFor: (grant: string) => boolean,
  all: readonly string[],
): boolean {
  const found = GRANTED_TOGETHER.find(([rare]) => rare.test(grant));
  if (!found || !isAskedFor(found[1](grant))) return false;
  const like = grant.replace(/^\w+: /, '').replace(/(?<=^states:SendTaskFailure on ).*/, '');
  return all.some((other) => other !== grant && other.includes(`: ${like}`) && isAskedFor(other));
}
