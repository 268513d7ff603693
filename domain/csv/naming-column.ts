/** Headers of columns whose cells name something: they stay as they are written, though they be digits alone. */
const NAMES = /(?:^|[_\s-])(?:id|number|no|code|phone|key)$|编号|电话|代号|号码|手机/i;

export const isNamingColumn = (header: string): boolean => NAMES.test(header);
