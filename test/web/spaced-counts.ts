/** Numbers that stand apart from what they count, which Chinese does not do: "3 张". */
const SPACED = /\d [个条件起次天张户人项名位岁秒周年月版页家组字处步号万元]|\d (?:分钟|小时)/;

/** The messages of a Chinese catalogue that are not written so. */
export const spacedCounts = (texts: readonly string[]): string[] => texts.filter((text) => SPACED.test(text));
