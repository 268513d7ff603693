import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { csvText } from '../../../domain/csv/csv.js';
import type { Language } from '../../../domain/words/language.js';
import { Problem } from '../../http/problem.js';

/** A table to keep, by this name; nothing between here and whoever asked for it keeps it, too. */
export const csvExport = (
  name: string,
  table: Parameters<typeof csvText>[0],
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
    'cache-control': 'no-store',
  },
  body: csvText(table),
});

/** Better none than one that lacks rows without saying so. */
export const tooManyRows = (most: number, language: Language): Problem =>
  new Problem('invalid-query', [
    {
      field: '/from',
      message: {
        'zh-CN': `超过 ${most} 条，请缩小范围，如按月导出`,
        en: `lets more than ${most} rows through; ask for less, for example a month`,
      }[language],
    },
  ]);
