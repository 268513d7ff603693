import type { Programme, Stage, StageStep } from '../town/schema.js';
import type { Bilingual } from '../words/language.js';

/** A programme to begin from: what it is for, and all that is in it but its code. */
export interface ProgrammeTemplate {
  readonly name: Bilingual;
  readonly about: Bilingual;
  readonly programme: Omit<Programme, 'id'>;
}

const words = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

const step = (
  given: Pick<StageStep, 'id' | 'name' | 'by' | 'asks'> & Partial<StageStep> & { days: number },
): StageStep => {
  const { days, ...rest } = given;
  return { within: { workingDays: days }, extendBy: { workingDays: Math.ceil(days / 2) }, ...rest };
};

/** A stage of one step is called as the step is. */
const stage = (...steps: [StageStep, ...StageStep[]]): Stage => {
  const [{ id, name }] = steps;
  return { id, name, steps, tell: [] };
};

const applied = step({
  id: 'apply',
  name: words('填报申请', 'Application'),
  by: 'owner',
  asks: 'application',
  days: 2,
});
const identityCard = { id: 'identity-card', name: words('身份证', 'identity card') };

/** Whoever lives here, asked of everybody and told first. */
const livesHere: Pick<Programme, 'form' | 'eligibility'> = {
  form: [
    {
      id: 'resident-of-town',
      label: words('是否本镇户籍或常住', 'Lives in the town'),
      type: 'yes-no',
      required: true,
      personal: true,
    },
  ],
  eligibility: [
    {
      field: 'resident-of-town',
      is: true,
      otherwise: words('本项目仅面向本镇户籍或常住居民', 'This is for people who live in the town'),
    },
  ],
};

const nothingAsked: Pick<Programme, 'form' | 'eligibility'> = { form: [], eligibility: [] };

/** Every step is done by the owner, the grid head or the provider of the category, so that each fits any town as it is. */
export const PROGRAMME_TEMPLATES: readonly ProgrammeTemplate[] = [
  {
    name: words('申请补助', 'Aid on application'),
    about: words('申请、入户核查、审批、发放', 'Application, home visit, approval, payment'),
    programme: {
      name: words('补助申请', 'Aid'),
      ...livesHere,
      documents: [identityCard, { id: 'proof', name: words('困难证明材料', 'proof of need') }],
      stages: [
        stage(applied),
        stage(
          step({
            id: 'home-visit',
            name: words('入户核查', 'Home visit'),
            by: 'grid-head',
            asks: 'report',
            days: 3,
          }),
        ),
        stage(
          step({ id: 'decide', name: words('审批', 'Approval'), by: 'provider', asks: 'approval', days: 5 }),
        ),
        stage(step({ id: 'pay', name: words('发放', 'Payment'), by: 'provider', asks: 'report', days: 3 })),
      ],
      alternatives: words('可申请慈善救助，或咨询其他救助项目', 'ask a charity, or about other aid'),
      followUpDays: [14],
      yuan: 1000,
    },
  },
  {
    name: words('预约服务', 'Service by appointment'),
    about: words(
      '申请、审批、预约、服务；以后回访两次',
      'Application, approval, appointment, service; two follow-ups',
    ),
    programme: {
      name: words('预约服务', 'Service'),
      ...livesHere,
      documents: [identityCard],
      stages: [
        stage(applied),
        stage(
          step({ id: 'decide', name: words('审批', 'Approval'), by: 'provider', asks: 'approval', days: 3 }),
        ),
        stage(
          step({
            id: 'book',
            name: words('服务时间', 'Appointment'),
            by: 'provider',
            asks: 'appointment',
            days: 5,
          }),
        ),
        stage(
          step({
            id: 'serve',
            name: words('服务完成', 'Service done'),
            by: 'provider',
            asks: 'report',
            days: 20,
          }),
        ),
      ],
      alternatives: words('可向网格员了解同类服务', 'ask the grid team about similar services'),
      followUpDays: [7, 30],
    },
  },
  {
    name: words('代办证件', 'Papers applied for on behalf'),
    about: words('申请、受理审核、送达', 'Application, check, delivery'),
    programme: {
      name: words('证件代办', 'Papers'),
      ...livesHere,
      documents: [identityCard, { id: 'household-register', name: words('户口本', 'household book') }],
      stages: [
        stage(applied),
        stage(
          step({ id: 'check', name: words('受理审核', 'Check'), by: 'provider', asks: 'approval', days: 10 }),
        ),
        stage(
          step({ id: 'deliver', name: words('证件送达', 'Delivered'), by: 'owner', asks: 'report', days: 3 }),
        ),
      ],
      alternatives: words('可到便民服务中心窗口办理', 'apply at the service centre'),
      followUpDays: [],
    },
  },
  {
    name: words('勘查维修', 'Survey and repair'),
    about: words('现场勘查、维修；一个月后回访', 'Survey, repair; a follow-up after a month'),
    programme: {
      name: words('设施维修', 'Repair'),
      ...nothingAsked,
      documents: [],
      stages: [
        stage(
          step({ id: 'survey', name: words('现场勘查', 'Survey'), by: 'provider', asks: 'report', days: 1 }),
        ),
        stage(step({ id: 'repair', name: words('维修', 'Repair'), by: 'provider', asks: 'report', days: 4 })),
      ],
      alternatives: words('已列入下一年度计划', "it joins next year's plan"),
      followUpDays: [30],
    },
  },
  {
    name: words('会签审批', 'Approval by several'),
    about: words(
      '申请、网格和部门同时审批、办理',
      'Application, grid and department decide side by side, work',
    ),
    programme: {
      name: words('会签事项', 'Joint approval'),
      ...livesHere,
      documents: [identityCard],
      stages: [
        stage(applied),
        {
          id: 'approvals',
          name: words('会签', 'Approvals'),
          steps: [
            step({
              id: 'grid-opinion',
              name: words('网格意见', 'Grid'),
              by: 'grid-head',
              asks: 'approval',
              days: 3,
            }),
            step({
              id: 'department-opinion',
              name: words('部门意见', 'Department'),
              by: 'provider',
              asks: 'approval',
              days: 3,
            }),
          ],
          tell: [],
        },
        stage(step({ id: 'work', name: words('办理', 'Work'), by: 'provider', asks: 'report', days: 5 })),
      ],
      alternatives: words('可补充材料后重新申请', 'apply again with further papers'),
      followUpDays: [],
    },
  },
];
