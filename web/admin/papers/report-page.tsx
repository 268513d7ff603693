import { localDate } from '../../../domain/calendar/local-time.js';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import { monthlyReportRoute } from '../../../contracts/console/report.js';
import { useWords } from '../page/catalogue.js';
import { type PageContext, usePage } from '../page/page-context.js';
import { Choice } from '../shell/choice.js';
import type { PageProps } from '../shell/pages.js';
import { PaperPage, type PapersPart } from './paper-page.js';
import { settingIn } from './setting-in.js';
import { PAPER } from './words.js';

/** Months back that can be chosen; any month can be named in the address. */
const MONTHS = 24;

/** The report of a month, as it is printed: of the last whole one where none is named. */
export function ReportPage({ search }: PageProps) {
  const words = useWords(PAPER);
  const { me, now, language, go } = usePage();
  const months = monthsUntil(localDate(now(), me.town.timeZone));
  const month = new URLSearchParams(search).get('month') ?? months[1] ?? '';
  const named = months.includes(month) ? months : [month, ...months];
  return (
    <PaperPage title={words.report} of={month} make={makeReport}>
      <Choice
        label={words.month}
        value={month}
        options={named.map((one) => [one, monthText(one, language)])}
        onChange={(chosen) => go(`/statistics/report?month=${chosen}`)}
      />
    </PaperPage>
  );
}

const makeReport = async ({ reportPaper }: PapersPart, page: PageContext, month: string) =>
  reportPaper(await page.client.call(monthlyReportRoute, { params: { month } }), settingIn(page));

/** The months of the last two years, the latest first. */
function monthsUntil(today: string): string[] {
  const months: string[] = [];
  for (let day = today; months.length < MONTHS; day = addDays(`${day.slice(0, 7)}-01`, -1))
    months.push(day.slice(0, 7));
  return months;
}

/** A month that is none is shown as it was named. */
function monthText(month: string, language: PageContext['language']): string {
  const at = Date.parse(`${month}-01T00:00:00Z`);
  return Number.isNaN(at)
    ? month
    : new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
        year: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      }).format(at);
}
