import { foldText } from '../words/fold-text.js';

const SPAN =
  /^(?:(?:大概|应该|可能|就)?(?:下下?|这|本)个?(?:周|星期|礼拜|月)末?|(?:周|月)[末底初]|过[几两]天|这几天)(?:左右|吧|呗|啊|再说)?[\s.。!！]*$|^(?:maybe |probably |perhaps )?(?:some ?time |some day |later )?(?:next|this) (?:week|month|weekend)[\s.!]*$/;

/** Whether words name a week or a month and nothing else: the day is to be asked for, no time is asked for. */
export const isSpanOfTime = (words: string): boolean => SPAN.test(foldText(words));
