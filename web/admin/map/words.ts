import type { Catalogue } from '../page/catalogue.js';

const en = {
  label:
    'Map of the town. Arrow keys go from grid to grid, or from dot to dot once Tab has come to one; plus and minus zoom, 0 shows all of it.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit to window',
  unknown: 'no answers',
  notClosed: 'not known before the first daily close',
  value: (name: string, figure: string, value: string) => `${name}, ${figure}: ${value}`,
  point: (what: string, where: string | undefined, late: boolean) =>
    `${where === undefined ? what : `${what}, ${where}`}${late ? ', overdue' : ''}`,
  hint: 'Zoom with Ctrl and the wheel, two fingers or the buttons. By keyboard: arrow keys, plus and minus, Enter to choose.',
  sample: 'Rivers, roads and boundaries of this sample are invented.',
};

export const MAP: Catalogue<typeof en> = {
  'zh-CN': {
    label: '全镇地图。方向键在网格间移动，按 Tab 到圆点后在圆点间移动，加号减号缩放，0 显示全图。',
    zoomIn: '放大',
    zoomOut: '缩小',
    fit: '显示全图',
    unknown: '无人评价',
    notClosed: '首次日结后才有',
    value: (name, figure, value) => `${name}，${figure}：${value}`,
    point: (what, where, late) =>
      `${where === undefined ? what : `${what}，${where}`}${late ? '，已逾期' : ''}`,
    hint: '可用 Ctrl 加滚轮、两指或按钮缩放；键盘用方向键移动，加号减号缩放，回车选中。',
    sample: '示例地图的河流、道路和边界均为虚构。',
  },
  en,
};
