import { splitQualifier } from '../names.js';
import { pageSize, requiredArn } from '../request-members.js';
import { startTarget } from '../start-target.js';
import { wireTime, type Operation } from './operation.js';
import { onePage } from './page.js';

/** Newest first, of a machine, or those that lead to one version of it. */
export const listStateMachineAliases: Operation = async (input, service) => {
  const arn = requiredArn(input, 'stateMachineArn');
  await startTarget(arn, service);
  const { machineArn, qualifier } = splitQualifier(arn);
  const all = (await service.versions.aliasesOf(machineArn)).filter(
    ({ routing }) =>
      qualifier === undefined || routing.some(({ stateMachineVersionArn }) => stateMachineVersionArn === arn),
  );
  const { items, next } = onePage(all, input, pageSize(input));
  return {
    stateMachineAliases: items.map((alias) => ({
      stateMachineAliasArn: alias.arn,
      creationDate: wireTime(alias.createdAt),
    })),
    ...next,
  };
};
