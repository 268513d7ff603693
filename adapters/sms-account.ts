import {
  GetSMSAttributesCommand,
  GetSMSSandboxAccountStatusCommand,
  type SNSClient,
} from '@aws-sdk/client-sns';

/** The SMS limits of the AWS account. */
export class SmsAccount {
  constructor(private readonly sns: Pick<SNSClient, 'send'>) {}

  /** USD a month; undefined where AWS says none. */
  async monthlyLimit(): Promise<number | undefined> {
    const { attributes } = await this.sns.send(
      new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] }),
    );
    const limit = attributes?.['MonthlySpendLimit'];
    return limit === undefined ? undefined : Number(limit);
  }

  /** In the sandbox it texts only numbers that were confirmed one by one. */
  async isInSandbox(): Promise<boolean> {
    return (await this.sns.send(new GetSMSSandboxAccountStatusCommand({}))).IsInSandbox ?? false;
  }
}
