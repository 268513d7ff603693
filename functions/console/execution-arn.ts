/** `arn:aws:states:...:stateMachine:NAME` and an execution's name make the execution's ARN. */
export const executionArn = (machineArn: string, name: string): string =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
