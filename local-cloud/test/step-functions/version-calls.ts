import * as sfn from '@aws-sdk/client-sfn';

interface Given {
  readonly client: () => sfn.SFNClient;
  /** A machine of its own; answers with its ARN. */
  readonly machine: () => Promise<string>;
}

/** One use of each operation on versions and aliases, through the SDK. */
export function versionCalls({ client, machine }: Given): Readonly<Record<string, () => Promise<void>>> {
  const published = async () => {
    const stateMachineArn = await machine();
    const { stateMachineVersionArn = '' } = await client().send(
      new sfn.PublishStateMachineVersionCommand({ stateMachineArn }),
    );
    return { stateMachineArn, stateMachineVersionArn };
  };
  const aliased = async () => {
    const { stateMachineArn, stateMachineVersionArn } = await published();
    const routingConfiguration = [{ stateMachineVersionArn, weight: 100 }];
    const { stateMachineAliasArn = '' } = await client().send(
      new sfn.CreateStateMachineAliasCommand({ name: 'live', routingConfiguration }),
    );
    return { stateMachineArn, stateMachineVersionArn, stateMachineAliasArn, routingConfiguration };
  };
  return {
    async PublishStateMachineVersion() {
      const { stateMachineArn, stateMachineVersionArn } = await published();
      expect(stateMachineVersionArn).toBe(`${stateMachineArn}:1`);
    },
    async ListStateMachineVersions() {
      const { stateMachineArn, stateMachineVersionArn } = await published();
      const listed = await client().send(new sfn.ListStateMachineVersionsCommand({ stateMachineArn }));
      expect(listed.stateMachineVersions).toEqual([
        { stateMachineVersionArn, creationDate: expect.any(Date) as Date },
      ]);
    },
    async DeleteStateMachineVersion() {
      const { stateMachineVersionArn } = await aliased();
      const gone = client().send(new sfn.DeleteStateMachineVersionCommand({ stateMachineVersionArn }));
      await expect(gone).rejects.toBeInstanceOf(sfn.ConflictException);
    },
    async CreateStateMachineAlias() {
      const { stateMachineArn, stateMachineAliasArn } = await aliased();
      expect(stateMachineAliasArn).toBe(`${stateMachineArn}:live`);
    },
    async UpdateStateMachineAlias() {
      const { stateMachineAliasArn } = await aliased();
      const input = { stateMachineAliasArn, description: 'in use' };
      const { updateDate } = await client().send(new sfn.UpdateStateMachineAliasCommand(input));
      expect(updateDate).toBeInstanceOf(Date);
    },
    async DescribeStateMachineAlias() {
      const { stateMachineAliasArn, routingConfiguration } = await aliased();
      const shown = await client().send(new sfn.DescribeStateMachineAliasCommand({ stateMachineAliasArn }));
      expect(shown).toMatchObject({ name: 'live', stateMachineAliasArn, routingConfiguration });
    },
    async ListStateMachineAliases() {
      const { stateMachineArn, stateMachineAliasArn } = await aliased();
      const listed = await client().send(new sfn.ListStateMachineAliasesCommand({ stateMachineArn }));
      expect(listed.stateMachineAliases).toMatchObject([{ stateMachineAliasArn }]);
    },
    async DeleteStateMachineAlias() {
      const { stateMachineAliasArn } = await aliased();
      await client().send(new sfn.DeleteStateMachineAliasCommand({ stateMachineAliasArn }));
      const shown = client().send(new sfn.DescribeStateMachineAliasCommand({ stateMachineAliasArn }));
      await expect(shown).rejects.toBeInstanceOf(sfn.ResourceNotFound);
    },
  };
}
