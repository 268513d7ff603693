import * as z from 'zod';
import { resourceType } from './resource-type.js';

export const stateMachineVersion = resourceType({
  type: 'AWS::StepFunctions::StateMachineVersion',
  support: 'published once of a revision; removed with the template unless it is retained',
  properties: z.object({
    StateMachineArn: z.string(),
    StateMachineRevisionId: z.string().optional(),
    Description: z.string().optional(),
  }),
  deploy: async ({ StateMachineArn, StateMachineRevisionId, Description }, { host }) => {
    const { stateMachineVersionArn } = await host.stepFunctions.handle('PublishStateMachineVersion', {
      stateMachineArn: StateMachineArn,
      revisionId: StateMachineRevisionId,
      description: Description,
    });
    const arn = String(stateMachineVersionArn);
    return { ref: arn, attributes: { Arn: arn } };
  },
  remove: async (stateMachineVersionArn, { stepFunctions }) => {
    await stepFunctions.handle('DeleteStateMachineVersion', { stateMachineVersionArn });
  },
});
