import type { Bilingual } from '../town/language.js';
import type { TextKey } from './text-keys.js';

/**
 * What is said where a town that was stored by an earlier version has no words of its own for a text, or words that name what the text names no
 * more. Made of the sample town's texts by `npm run texts`.
 */
export const STANDARD_TEXTS: Readonly<Record<TextKey, Bilingual>> = {
  receipt: {
    'zh-CN':
      '已收到并受理，编号{request}，由{person}（{phone}）负责，{due}前答复您。问进度直接回编号；撤回请回“撤回 {request}”。',
    en: 'Request received: {request}. {person}, {phone}, will reply by {due}.< For news, text the number {request}. To cancel, text "withdraw {request}".>',
  },
  'receipt-programme': {
    'zh-CN':
      '已收到并受理，编号{request}，由{person}（{phone}）负责。下一步：{step}，{due}前办好。问进度直接回编号；撤回请回“撤回 {request}”。',
    en: 'Request received: {request}. {person}, {phone}, deals with it. Next: {step}, by {due}.< For news, text the number {request}. To cancel, text "withdraw {request}".>',
  },
  'receipt-petition': {
    'zh-CN':
      '您的信访事项已收到，编号{request}，由{person}（{phone}）负责。{due}前告诉您是否受理。问进度直接回编号。',
    en: 'Petition received: {request}. By {due} {person}, {phone}, tells you whether it is taken up.< For news, text the number {request}.>',
  },
  'petition-taken-up': {
    'zh-CN': '您的信访事项{request}已受理，由{person}（{phone}）负责到底，{due}前办结并答复您。',
    en: 'Your petition {request} is taken up. {person}, {phone}, will settle it by {due}.',
  },
  'petition-settled': {
    'zh-CN': '您的信访事项{request}已办结[：{reason}]。有异议直接回复。',
    en: 'Your petition {request} is settled[: {reason}]. If you disagree, reply.',
  },
  'receipt-unplaced': {
    'zh-CN':
      '已收到，编号{request}。值班室正在确认由谁办，定了马上告诉您。要补充直接回短信；撤回请回“撤回 {request}”。',
    en: 'Request received: {request}. The duty desk is finding who deals with it.< We will tell you as soon as we know.> To cancel: "withdraw {request}".',
  },
  'receipt-emergency': {
    'zh-CN': '{advice}已登记为紧急事项{request}，正在通知网格长和带班领导。有新情况直接回短信。',
    en: '{advice} URGENT {request}: the grid head and duty leader are being told.',
  },
  'receipt-emergency-unplaced': {
    'zh-CN': '{advice}已登记为紧急事项{request}，正在通知值班室和带班领导。请马上回复：哪个村、几组。',
    en: '{advice} URGENT {request}: the desk is being told. Text village and group.',
  },
  'ask-link': {
    'zh-CN': '{code} {page}',
    en: '{code} {page}',
  },
  'receipt-link': {
    'zh-CN': '诉求{request}办理进度：{link}',
    en: 'Follow request {request}: {link}',
  },
  documents: {
    'zh-CN': '办理{request}请一次备齐：{documents}。可交{person}（{phone}）代办。',
    en: 'For {request} please bring<, all at once>: {documents}. Help: {person} {phone}',
  },
  appointment: {
    'zh-CN': '{step}：{when}，{department}{also}（{request}）。不便请直接回复，或打{person}{phone}。',
    en: '{step}: {when}, {department}{also} ({request}). Call {person} {phone}',
  },
  'appointment-changed': {
    'zh-CN': '{step}改到：{when}，{department}{also}（{request}）。不便请直接回复，或打{person}{phone}。',
    en: '{step} now {when}, {department}{also} ({request}). Call {person} {phone}',
  },
  'appointment-reminder': {
    'zh-CN': '提醒：{step}，{when}，{department}{also}（{request}）。有变动请打{person}{phone}。',
    en: 'Reminder: {step}, {when}, {department}{also} ({request}). Call {phone}',
  },
  refused: {
    'zh-CN': '{request}不能办理[，原因：{reason}]。您还可以：{alternatives}。有异议请直接回复。',
    en: '{request} was refused[: {reason}]. You can: {alternatives}. To object, reply.',
  },
  extended: {
    'zh-CN': '{category}（{request}）要晚一些办好[，原因：{reason}]。改为{due}前。有急事请直接回复。',
    en: '{category} ({request}) needs longer[: {reason}]. Now by {due}. Urgent? Reply.',
  },
  late: {
    'zh-CN':
      '对不起，{request}没能在{due}前办好，我们正在催办，由{person}（{phone}）负责，有结果马上告诉您。',
    en: 'Sorry, {request} was not done by {due}. We are pressing for it; {person}, {phone}, answers for it.',
  },
  joined: {
    'zh-CN': '您反映的{request}与{other}是同一件事，合在一起办，办好一并告诉您。',
    en: 'Request {request} is the same matter as {other}. We deal with both together and tell you when it is done.',
  },
  'place-waiting': {
    'zh-CN': '您申请的{programme}（{request}）名额已满，正在排队，目前第{position}位，轮到了马上告诉您。',
    en: '{programme} is full. Your request {request} is number {position} in the queue; we text you when it is your turn.',
  },
  'place-given': {
    'zh-CN': '您申请的{programme}（{request}）已有名额，接着往下办。',
    en: 'There is a place for you: {programme}, request {request}, goes on to its next step.',
  },
  'closed-satisfied': {
    'zh-CN': '{request}已办结，谢谢您的评价。再有事直接发短信。',
    en: 'Request {request} is closed. Thank you. Text us at any time with something new.',
  },
  'closed-no-answer': {
    'zh-CN': '没收到您的评价，{request}先按办结处理。要是还有问题，直接回复说明。',
    en: 'We did not hear from you, so request {request} is closed. If something is still wrong, text us.',
  },
  'closed-refused': {
    'zh-CN': '{request}没能办成，到此结束。有疑问请直接回复，或打{phone}问{person}。',
    en: 'Request {request} could not be granted and is closed. Questions? Reply, or call {person} {phone}.',
  },
  'closed-referred': {
    'zh-CN': '{request}已转其他单位[：{reason}]。镇里这边到此结束，有疑问请直接回复。',
    en: '{request} went to another office[: {reason}]. It is closed here. Questions? Reply.',
  },
  'closed-joined': {
    'zh-CN': '{request}与{other}是同一件事，已一并办结。要是还有问题，直接回复说明。',
    en: 'Request {request} is closed together with {other}, the same matter. If something is still wrong, text us.',
  },
  'closed-withdrawn': {
    'zh-CN': '{request}已按您的要求撤回。',
    en: 'Request {request} is withdrawn, as you asked.',
  },
  reopened: {
    'zh-CN': '{request}重新办理，由{person}（{phone}）负责到底，已报镇领导。',
    en: '{request} is open again. {person}, {phone}, deals with it and a town leader knows.',
  },
  undone: {
    'zh-CN': '{request}刚才的通知发错了，事情还在办，办好再告诉您。',
    en: 'Our last text about {request} was a mistake: it is still being worked on.',
  },
  'ask-clarify-danger': {
    'zh-CN':
      '您说的事（{request}）可能是{danger}。现在有人有危险吗？请回：1有 2没有。值班室也已收到。编码{code}',
    en: '{request} may be dangerous: {danger}. Is anybody in danger now? 1 yes 2 no. The duty desk knows. {code}',
  },
  'ask-clarify-place': {
    'zh-CN': '已收到，编号{request}。请问事情在哪个村、几组？直接回复即可，如“某某村3组”。编码{code}',
    en: 'Request received: {request}. Where is it? Please text the village and the group. {code}',
  },
  'ask-clarify-village': {
    'zh-CN': '已收到，编号{request}。请问是哪个村？{choices}。请回数字或村名，能写上几组更好。编码{code}',
    en: 'Received: {request}. Which village: {choices}? Text its number or name, and the group. {code}',
  },
  'ask-clarify-group': {
    'zh-CN': '已收到，编号{request}。请问是{place}的几组？直接回复数字即可，如“3组”。编码{code}',
    en: 'Request received: {request}. Which group of {place}? Text the number. {code}',
  },
  'ask-clarify-category': {
    'zh-CN': '已收到，编号{request}。请问主要是哪件事？{choices}。请回数字，或再说一句。编码{code}',
    en: 'Received: {request}. Is it {choices}? Text the number, or say more. {code}',
  },
  'ask-clarify-same': {
    'zh-CN': '已收到，编号{request}。请问和您的{choices}是同一件事吗？请回：1是 2不是。编码{code}',
    en: 'Received: {request}. Is it the same as {choices}? 1 yes 2 no. {code}',
  },
  'ask-placement': {
    'zh-CN':
      '{before}请派单{request}：{category}，{place}，{phone}：“{words}”。{due}前回：{options}，1后写网格号，如“1 52”。编码{code}',
    en: '{before}<Please assign >{request}: {category}, {place}, {phone}: "{words}". <By >{due}: {options}, e.g. "1 52". {code}',
  },
  'ask-acceptance': {
    'zh-CN':
      '{before}请接办{place}{category}（{request}），{person}{phone}：“{words}”。{due}前回：{options}，编码{code}',
    en: '{before}<Can you take {request}? >{category}, {place}, <{person} >{phone}: "{words}". <By >{due}: {options}. {code}',
  },
  'ask-acceptance-duplicate': {
    'zh-CN':
      '{before}请接办{place}{category}（{request}），疑与{other}同一件，{phone}：“{words}”。{due}前回：{options}，编码{code}',
    en: '{before}<{request} {category}, >{place}, {phone}: "{words}". Same as {other}? <By >{due}: {options}. {code}',
  },
  'ask-taking-up': {
    'zh-CN':
      '{before}请审查信访{request}：{place}{category}，{person}{phone}：“{words}”。{due}前回：{options}，编码{code}',
    en: '{before}Petition {request}, {place}, <{person} >{phone}: "{words}". <Take it up? By >{due}: {options}. {code}',
  },
  'ask-outcome': {
    'zh-CN':
      '{before}请办理{request}：{place}{category}，{phone}：“{words}”。{due}前回：{options}，编码{code}',
    en: '{before}<Please deal with >{request}<, {category}>: {place}, {phone}: "{words}". <By >{due}: {options}. {code}',
  },
  'ask-application': {
    'zh-CN':
      '{before}请帮{person}{phone}申请“{programme}”（{request}，{place}）。{due}前回：{options}，编码{code}。填表发：表 {code}',
    en: '{before}Apply: {programme}, {person}, <{phone}, >{place}<, request {request}>. <By >{due}: {options}. Or: form {code}',
  },
  'ask-approval': {
    'zh-CN':
      '{before}请审批{request}“{programme}”：{step}，{person}{phone}，{place}。{due}前回：{options}，编码{code}',
    en: '{before}Approve {programme}, {request}: {step}<, for {person}, {phone}, {place}>. By {due}: {options}. {code}',
  },
  'ask-appointment': {
    'zh-CN':
      '{before}请与{person}{phone}约定{step}（{programme}{request}）。{due}前回时间，如“8月26日8:30村委”；或回：{options}，编码{code}',
    en: '{before}Arrange {step}, {programme}, with <{person} >{phone}< ({request})>. <By >{due}: day, time; or {options}. {code}',
  },
  'ask-report': {
    'zh-CN':
      '{before}请办理{category}（{request}）：{place}，{person}{phone}：“{words}”。{due}前回：{options}，编码{code}',
    en: '{before}<Please deal with {request}: >{category}, {place}, <{person} >{phone}: "{words}". <By >{due}: {options} {code}',
  },
  'ask-report-appointment': {
    'zh-CN': '{before}{person}{phone}约在{when}（{request}），{step}后请回。{due}前：{options}，编码{code}',
    en: '{before}{phone}: {step}, {when}. By {due}: {options} {code}',
  },
  'ask-report-step': {
    'zh-CN':
      '{before}{step}后请回：{person}{phone}，{place}（{request}）：“{words}”。{due}前：{options}，编码{code}',
    en: '{before}<{request}: >{step}? {place}, <{person} >{phone}: "{words}" <By >{due}: {options} {code}',
  },
  'ask-report-emergency': {
    'zh-CN':
      '【紧急】{before}{danger}：{place}，来电人{person}{phone}：“{words}”。请{step}，{due}前回：{options}；路上、到场、排除了，随时回一句。编号{request}，编码{code}',
    en: 'URGENT {before}{danger}: {place}, <{person} >{phone}: "{words}". <{request}: >{step}, <by >{due}: {options}. Text us: on the way, on site, safe. {code}',
  },
  'ask-report-emergency-duplicate': {
    'zh-CN':
      '【紧急】{before}{danger}：{place}，疑与{other}同一件，{phone}：“{words}”。请{step}，{due}前回：{options}，编码{code}',
    en: 'URGENT {before}{danger}: {place}, {phone}: "{words}". Same as {other}? {step}, <by >{due}: {options}. {code}',
  },
  'ask-report-duplicate': {
    'zh-CN':
      '{before}请办理{category}：{place}，疑与{other}同一件，{phone}：“{words}”。{due}前回：{options}，编码{code}',
    en: '{before}<{request} {category}, >{place}, {phone}: "{words}". As {other}? <By >{due}: {options} {code}',
  },
  'ask-settlement': {
    'zh-CN':
      '{before}请调解处理{category}（{request}）：{place}，{phone}：“{words}”。{due}前回：{options}，编码{code}',
    en: '{before}<Please settle >{request}<, {category}>: {place}, {phone}: "{words}". <By >{due}: {options} {code}',
  },
  'ask-confirmation': {
    'zh-CN':
      '您反映的{category}（{request}）已办完，您满意吗？{due}前回：{options}，有意见请写上。编码{code}',
    en: 'Your report {request} ({category}) is dealt with. Are you satisfied? By {due}: {options}. {code}',
  },
  'ask-confirmation-applied': {
    'zh-CN':
      '您申请的{category}（{request}）已完成，您满意吗？{due}前回：{options}，有意见请写上。编码{code}',
    en: 'What you applied for, {category} ({request}), is done. Are you satisfied? By {due}: {options}. {code}',
  },
  'ask-confirmation-refused': {
    'zh-CN':
      '{category}（{request}）没能办成，原因已告诉您。对这样处理满意吗？{due}前回：{options}，有意见请写上。编码{code}',
    en: 'Refused: {category} ({request})<; you were told why>. Satisfied with how we dealt with it? <By >{due}: {options}. {code}',
  },
  'ask-documents': {
    'zh-CN': '{request}还缺{documents}。<请>{due}前交{person}{phone}，交齐回{options}，编码{code}',
    en: '{request} lacks {documents}.< Questions? Call {person}, {phone}.> <Bring all by >{due}: {options}. {code}',
  },
  'ask-documents-again': {
    'zh-CN':
      '<提醒：>{request}还缺{documents}。{due}前不交就按现有材料办，问{phone}。交齐回{options}，编码{code}',
    en: '{request} still lacks {documents}<. After the date we decide without. Questions? {person}, {phone}. Due> {due}: {options}. {code}',
  },
  'ask-sign-off': {
    'zh-CN': '{before}请签批：{person}要让{request}的居民再补{documents}。{due}前回：{options}，编码{code}',
    en: '{before}<{person} wants this: >Ask {request} again for {documents}? <By >{due}: {options} {code}',
  },
  'ask-attention': {
    'zh-CN': '{before}{category}（{request}）办理中断，请处理，回：{options}，编码{code}',
    en: '{before}{request} ({category}) is stuck and needs a person: {options}. {code}',
  },
  'ask-follow-up': {
    'zh-CN':
      '{before}请回访{person}{phone}（{place}）：{programme}后情况怎样？{due}前回：{options}，编码{code}',
    en: '{before}How is {person} {phone} after {programme}? {place}. {due}: {options}. {code}',
  },
  'ask-check': {
    'zh-CN': '{before}请做{step}（{place}）：{points}。{due}前回：{options}，不合格写序号和问题，编码{code}',
    en: '{before}Please do {step}, {place}: {points}. {due}: {options}. {code}',
  },
  'ask-call': {
    'zh-CN':
      '{before}请打电话问{person}{phone}：{category}（{request}）办得满意吗？{due}前回：{options}，编码{code}',
    en: '{before}Call {person} {phone}<: are they satisfied? About> {request} {category}. <By >{due}: {options}. {code}',
  },
  'ask-rectification': {
    'zh-CN': '{before}{place}{step}发现问题[：{reason}]，请整改。{due}前回：{options}，编码{code}',
    en: '{before}Put right, {place} ({step})[: {reason}]. By {due}: {options}. {code}',
  },
  'ask-rectification-request': {
    'zh-CN': '{before}{step}（{request}）抽查发现问题[：{reason}]，请整改。{due}前回：{options}，编码{code}',
    en: '{before}Put right {request} ({step})[: {reason}]. By {due}: {options}. {code}',
  },
  'ask-re-check-request': {
    'zh-CN':
      '{before}请再打电话问{person}{phone}：{request}整改好了吗？[原问题：{reason}。]{due}前回：{options}，编码{code}',
    en: '{before}Call {person} {phone} again, {request}[: {reason}]. {due}: {options}. {code}',
  },
  'ask-re-check': {
    'zh-CN': '{before}请复查{place}{step}发现的问题[：{reason}]。{due}前回：{options}，编码{code}',
    en: '{before}Check again, {place} ({step})[: {reason}]. By {due}: {options}. {code}',
  },
  'ask-supervision': {
    'zh-CN':
      '【督办】{before}{category}（{request}）已逾期，责任人{person}。{due}前回：{options}，写明原因和完成时间，编码{code}',
    en: 'SUPERVISION: {before}{request} {category}, {person}, is overdue. {due}: {options}, why and until when. {code}',
  },
  'ask-review': {
    'zh-CN': '【复盘】{before}{request} {figures}。平台上有全过程。{due}前回：{options}，编码{code}',
    en: 'REVIEW {before}{request} {figures}. By {due}: {options}. {code}',
  },
  'ask-task-attention': {
    'zh-CN': '{before}{step}（{place}）中断，请处理，回：{options}，编码{code}',
    en: '{before}{step}, {place} is stuck and needs a person: {options}. {code}',
  },
  'told-emergency': {
    'zh-CN': '【紧急】{danger}，{place}，编号{request}。来电{person}{phone}：“{words}”',
    en: 'URGENT {danger}, {place}, {request}. {phone}: "{words}"',
  },
  'told-call-list': {
    'zh-CN':
      '【紧急】{danger}（{place}，{request}）逐级无人应答，请马上打电话：{calls}。来电人{phone}：“{words}”。打通的请在平台登记或按编码回1',
    en: 'URGENT {danger}, {place}, {request}: no answer. Phone now: {calls}. From {phone}: "{words}"',
  },
  'told-danger-possible': {
    'zh-CN': '可能有险情（{danger}），已在问本人：{request}，{place}，{phone}：“{words}”',
    en: 'Danger? {danger}, {place}, {request}. We are asking {phone}: "{words}"',
  },
  'told-place': {
    'zh-CN': '【紧急】{request}的地点已明确：{place}，网格长{person}。',
    en: 'URGENT {request} is at {place}. Grid head: {person}.',
  },
  'told-appointment': {
    'zh-CN': '请陪同或提醒{person}{phone}（{request}）：{step}，{when}，{department}{also}。',
    en: 'Go with {person} {phone}: {step}, {when}, {department}{also}. {request}',
  },
  'told-remark': {
    'zh-CN': '{category}（{request}），{phone}补充：“{words}”',
    en: '{request} {category}, {phone} adds: "{words}"',
  },
  summary: {
    'zh-CN': '今日通知{count}件：\n{lines}',
    en: '{count} today:\n{lines}',
  },
  'brief-stage': {
    'zh-CN': '{request}已开始“{step}”',
    en: '{request} at {step}',
  },
  'brief-decided': {
    'zh-CN': '{request}“{step}”{option}',
    en: '{request} {step}: {option}',
  },
  'brief-ask': {
    'zh-CN': '{code} {request}{category}：等您答复',
    en: '{code} {request} {category}: please answer',
  },
  'brief-task-ask': {
    'zh-CN': '{code} {step}：等您答复',
    en: '{code} {step}: please answer',
  },
  'brief-overdue': {
    'zh-CN': '{request}逾期（{person}）',
    en: '{request} overdue ({person})',
  },
  'brief-task-overdue': {
    'zh-CN': '{step}逾期（{person}）',
    en: '{step} overdue ({person})',
  },
  'brief-reopened': {
    'zh-CN': '{request}重办：{category}',
    en: '{request} reopened ({category})',
  },
  'brief-superseded': {
    'zh-CN': '{request}已由他人处理',
    en: '{request} done by others',
  },
  'told-stage': {
    'zh-CN': '{programme}（{request}）已开始“{step}”环节，供您知悉。',
    en: '{programme} {request} has reached: {step}. For your information.',
  },
  'visit-list': {
    'zh-CN': '{place}本周走访{count}户[，{missed}]：{households}。回“走访 户号 人数”',
    en: '{place}: visit {count}[, {missed}]: {households}. Text "visit NO PEOPLE"',
  },
  'visit-link': {
    'zh-CN': '走访名单 {page}',
    en: 'Visits {page}',
  },
  'sign-in-code': {
    'zh-CN': '登录验证码{pin}，{count}分钟内有效，只用于网格工作页面。请勿告诉任何人。',
    en: '{pin} is your sign-in code for the grid work page, valid for {count} minutes. Never tell it to anybody.',
  },
  'told-cap-number': {
    'zh-CN': '今日发往{phone}的短信已达上限{cap}条，其余只记录不发送。请核实是否有人刷短信。',
    en: '{phone} got {cap} texts today, the limit. More are recorded, not sent. Is somebody misusing us?',
  },
  'told-cap-town': {
    'zh-CN': '今日全镇短信已达上限{cap}条，其余只记录不发送。请核实是否有人刷短信，必要时由管理员调高上限。',
    en: 'We sent {cap} texts today, our limit. More are recorded, not sent. Check for misuse, or have the limit raised.',
  },
  'told-visits-stuck': {
    'zh-CN': '{dates}这一周的走访名单未能生成，系统在重试，请告知管理员。',
    en: 'The visit lists of the week of {dates} could not be made; we keep trying. Please tell the administrator.',
  },
  'told-close-stuck': {
    'zh-CN': '{dates}的日结未能完成，系统在重试，请告知管理员。',
    en: 'The daily close of {dates} could not be finished; we keep trying. Please tell the administrator.',
  },
  'told-cards-stuck': {
    'zh-CN': '{dates}的黄牌红牌未能发出，系统在重试，请告知管理员。',
    en: 'The cards of {dates} could not be given; we keep trying. Please tell the administrator.',
  },
  'card-yellow': {
    'zh-CN': '【黄牌】{place}{category}（{request}）{due}到期，请抓紧办理，按原编码回复。',
    en: 'YELLOW CARD: {request} {category}, {place}, is due {due}. Please finish and answer by its code.',
  },
  'told-inspection-published': {
    'zh-CN': '{step}（{dates}）结果已公布：检查{count}项，发现问题{findings}项，有问题的已通知整改。',
    en: '{step} of {dates}: {count} checks, findings: {findings}. What was found is to be put right. The report is published.',
  },
  'told-inspection-seed': {
    'zh-CN': '{dates}电话抽查将按种子{seed}抽取，候选名单指纹{fingerprint}，请留存备查。',
    en: 'The calls of {dates} are drawn from seed {seed}; the list has fingerprint {fingerprint}. Please keep this.',
  },
  'told-calls': {
    'zh-CN':
      '{dates}电话抽查：您共{count}个电话，分批发送。请问：{points}。不满意的回2、序号和意见，如“2 1 没人来”。',
    en: 'Calls of {dates}: {count} for you, a few at a time. Ask: {points}. No? "2 1 nobody came"',
  },
  'told-inspection-stuck': {
    'zh-CN': '{step}（{dates}）未能进行，系统在重试，请告知管理员。',
    en: 'The {step} of {dates} could not go on; we keep trying. Please tell the administrator.',
  },
  digest: {
    'zh-CN': '{place}日结：受理{reported}、办理{handled}、结案{closed}、结转{carried}（{waiting}）。',
    en: '{place} today: {reported} in, {handled} done, {closed} closed, {carried} open ({waiting}).',
  },
  'digest-late': {
    'zh-CN':
      '{place}日结：受理{reported}办理{handled}结案{closed}结转{carried}（{waiting}）。逾期{overdue}件：{late}，请督办。',
    en: '{place}: {reported} in, {handled} done, {closed} closed, {carried} open ({waiting}). LATE {overdue}: {late}',
  },
  'told-task-overdue': {
    'zh-CN': '逾期提醒：{step}（{place}），责任人{person}，应于{due}前完成。',
    en: 'Overdue: {step}, {place}; {person} had until {due}.',
  },
  'told-overdue': {
    'zh-CN': '逾期提醒：{category}（{request}），责任人{person}，应于{due}前完成，请督办。',
    en: 'Overdue: {request} {category}, {person} had until {due}. Please see to it.',
  },
  'told-declined': {
    'zh-CN': '{person}去不了{category}（{request}，{place}），已转请{other}。[原因：{reason}。]',
    en: '{person} cannot go to {request} {category}, {place}. {other} was asked.[ Why: {reason}]',
  },
  'told-undone': {
    'zh-CN': '{category}（{request}）：上一步已撤销，您先不用办，等通知。',
    en: '{request} {category}: the last step was taken back. Nothing to do for now.',
  },
  'told-called': {
    'zh-CN': '{request} {category}（{place}）：电话已打通{contact}，{status}。',
    en: '{request} {category}, {place}: {contact} was reached by telephone: {status}.',
  },
  'told-taken-over': {
    'zh-CN': '{category}（{request}，{place}）已由{person}接手，您不用再办。',
    en: '{person} has taken on {request} {category}, {place}. You need do no more.',
  },
  'told-opted-out': {
    'zh-CN': '{person}（{phone}）已退订普通短信，派给他（她）的待办可能没人看，请联系。',
    en: '{person} ({phone}) stopped our texts, emergencies aside: what they are asked may wait. Please call them.',
  },
  'told-stood-down': {
    'zh-CN': '{person}已解除{category}（{request}，{place}），您不用再去。[原因：{reason}。]',
    en: '{person} stood everybody down: {request} {category}, {place}. You need not go.[ Why: {reason}]',
  },
  'told-reopened': {
    'zh-CN': '居民不满意，{category}（{request}）重新办理。[居民意见：{reason}。]',
    en: 'Resident not satisfied: {request} {category} is open again.[ They say: {reason}]',
  },
  'told-dissatisfied-twice': {
    'zh-CN': '居民再次不满意：{category}（{request}），请镇领导和督查组介入。[居民意见：{reason}。]',
    en: 'Not satisfied a second time: {request} {category}. Please step in.[ They say: {reason}]',
  },
  'told-documents-brought': {
    'zh-CN': '{request}居民答复已备齐：{documents}。请继续办理，期限接着算。[居民说：{reason}。]',
    en: '{request} brought {documents}. Go on.[ Said: {reason}]',
  },
  'told-documents-not-brought': {
    'zh-CN': '{request}居民到期未备齐：{documents}。请按现有材料办理或不予，期限接着算。',
    en: '{request}: not brought: {documents}. Decide on what there is.',
  },
  'told-sign-off-denied': {
    'zh-CN': '{request}再次补件未获准，请按现有材料办理。[原因：{reason}。]',
    en: 'You may not ask {request} again: decide on what there is.[ Why: {reason}]',
  },
  'told-withdrawn': {
    'zh-CN': '居民已撤回{category}（{request}），不用再办。',
    en: 'The resident withdrew {request} {category}. Nothing more to do.',
  },
  'told-superseded': {
    'zh-CN': '编码{code}（{request}）已由他人处理，您不用再回复。',
    en: '{code} ({request}) was handled by someone else. No need to answer.',
  },
  'told-decided': {
    'zh-CN': '您负责的{category}（{request}）：“{step}”{person}已答复{option}。[{reason}。]',
    en: 'Your {request} {category}: {step}, {person}: {option}[: {reason}].',
  },
  'reply-recorded': {
    'zh-CN': '已记录：{option}（{code}，编号{request}）。',
    en: 'Recorded: {code} {option}, request {request}.',
  },
  'reply-recorded-aid': {
    'zh-CN': '已记录：{option}（{code}，编号{request}），救助{yuan}元。',
    en: 'Recorded: {code} {option}, {request}, aid {yuan} yuan.',
  },
  'reply-recorded-appointment': {
    'zh-CN': '已记录：{code} {when}{also}（{request}），已告知居民。要改期请回“改到”加新的日期和时间。',
    en: 'Recorded: {code} {when}{also} ({request}), resident told. To change: "move to" and the date.',
  },
  'reply-appointment-unsure': {
    'zh-CN':
      '没看准，还没记。是{when}吗？是就回{digit}，不是请写明日期和时间，如“8月26日上午8:30”。编码{code}',
    en: 'Not sure, nothing recorded. Is it {when}? Then text {digit}; if not, the date and time, e.g. 26 Aug 8:30. {code}',
  },
  'reply-appointment-unread': {
    'zh-CN': '没看出是哪一天，还没记。请写明日期和时间，如“8月26日上午8:30”。编码{code}',
    en: 'Which day? Nothing recorded yet. Text the date and time, e.g. Wed 26 Aug 8:30. {code}',
  },
  'reply-appointment-early': {
    'zh-CN':
      '约的是{when}（{request}），还没到，先没记。确已做完请回{digit}；要改时间请回“改到”加新时间。编码{code}',
    en: 'Not recorded: {request} is booked for {when}. Done early? Text {digit}. New date? Text "move to" and it. {code}',
  },
  'reply-appointment-move': {
    'zh-CN': '没看准改到哪一天，还没改。请回“改到”加日期和时间，如“改到8月26日上午8:30”。编码{code}',
    en: 'Not changed: which day? Text for example "move to Wed 26 Aug 8:30". {code}',
  },
  'reply-aid-unclear': {
    'zh-CN': '编码{code}的救助金额未识别，未作记录。请用数字写明一个金额，如“500元”。',
    en: '{code} was not recorded: say the aid as one sum in digits, for example 500 yuan.',
  },
  'reply-aid-limit': {
    'zh-CN': '编码{code}未作记录：本件救助上限{yuan}元，已登记{given}元。',
    en: '{code} was not recorded: aid on this request may be {yuan} yuan, {given} are recorded.',
  },
  'reply-sessions-limit': {
    'zh-CN': '编码{code}（{request}）登记的调解次数已达上限，请办结或说明原因。',
    en: '{code} ({request}): no more sessions can be recorded. Settle it, or refuse with a reason.',
  },
  'reply-help': {
    'zh-CN':
      '直接用自己的话回，或回数字：1是/收到/办好 2否/不能 3晚些 4转给别人。多件加编码。回错了发“撤销”。还可发：待办；休假 8/24-8/26；代报 内容；走访 户号 人数；汇总。',
    en: 'Answer in your own words or 1 yes/done 2 no 3 later 4 pass on; several: add the code.< Wrong? Text undo.> Also: list, leave, report, visit, undo',
  },
  'reply-help-resident': {
    'zh-CN':
      '直接发短信说明何处何事即可登记。问进度：回编号。撤回 编号：撤回诉求；停发 编号：该件不再发短信；退订：全部不收；恢复：重新接收。',
    en: 'Just text what is wrong and where. News: text the NUMBER. "withdraw NUMBER" cancels, STOP ends texts, START resumes.',
  },
  'reply-several': {
    'zh-CN': '您有多件待办，请加编码回复，如“1 编码”；报新情况发“代报 内容”：{list}',
    en: 'Which? Text "1 CODE"; something new: "report ...". {list}',
  },
  'reply-open-asks': {
    'zh-CN': '您有{count}件待答复（编码、编号、期限）：{asks}',
    en: '{count} open (code, request, due): {asks}',
  },
  'reply-summary-on': {
    'zh-CN': '不需答复的通知改为每日{time}汇总发送，待办和应急照常。改回请发“逐条”。',
    en: 'Notices that need no answer now come once a day, at {time}. Asks and emergencies come at once. Undo: "each".',
  },
  'reply-summary-off': {
    'zh-CN': '通知已改回逐条发送。需要每日汇总请发“汇总”。',
    en: 'Notices come one by one again. For one summary a day text "summary".',
  },
  'reply-muted': {
    'zh-CN': '诉求{request}的短信已停发，询问也不再发，办理照常。恢复请回“恢复 {request}”。',
    en: 'No more texts about {request}, questions included; work on it goes on. To get them again, text "unmute {request}".',
  },
  'reply-unmuted': {
    'zh-CN': '诉求{request}的短信已恢复。停发请回“停发 {request}”。',
    en: 'You get texts about {request} again. To stop them, text "mute {request}".',
  },
  'reply-unknown-code': {
    'zh-CN': '没有编码{code}的待办，请核对后重发。发“帮助”查看用法。',
    en: 'Nothing open has the code {code}. Please check it and text again, or text "help".',
  },
  'reply-near-code': {
    'zh-CN': '没有编码{code}，是否为{other}？未作记录，请用正确编码重发。',
    en: 'There is no code {code}. Did you mean {other}? Nothing was recorded; please text again.',
  },
  'reply-bad-option': {
    'zh-CN': '没看明白，还没记。请回：{list}，编码{code}',
    en: 'Not understood, nothing recorded. Text: {list}. {code}',
  },
  'reply-note-needed': {
    'zh-CN': '请写明{what}（“{option}”），直接回一句就行。编码{code}',
    en: 'One more word, please: {what} ({option}). {code}',
  },
  'reply-likely': {
    'zh-CN': '没看准，还没记。您是说“{option}”吗？是就回{digit}，不是请换个说法。编码{code}',
    en: 'Not sure, nothing recorded yet. Do you mean "{option}"? Then text {digit}; if not, say it another way. {code}',
  },
  'reply-going': {
    'zh-CN': '已记下（{request}），辛苦。办完请回：{list}，编码{code}',
    en: 'Noted for {request}, thank you. When done: {list}. {code}',
  },
  'reply-not-done': {
    'zh-CN': '知道了，还没办好。请回：{list}，编码{code}',
    en: 'Noted: not in order yet. Now text: {list}. {code}',
  },
  'reply-late': {
    'zh-CN': '编码{code}（{request}）已过期限，没有采用。现状：{status}。',
    en: 'Too late for {code} ({request}), your answer was not used. It is now: {status}.',
  },
  'reply-undone': {
    'zh-CN': '已撤销“{option}”（{request}），请按新发的短信重新答复。',
    en: '"{option}" was taken back ({request}). Please answer the new text.',
  },
  'reply-stood-down': {
    'zh-CN': '{request}已解除，已告诉所有人。',
    en: '{request} is stood down; everybody was told.',
  },
  'reply-stand-down-how': {
    'zh-CN': '没有解除。请写明编号和原因，如：解除 7Q3K-9M2X 误报，已到现场核实。',
    en: 'Not done. Text its number and why, e.g. "stand down 7Q3K-9M2X false alarm, seen on site".',
  },
  'reply-stand-down-leader': {
    'zh-CN': '没有解除：只有带班领导或镇领导可以解除紧急事项。去不了请回2。',
    en: 'Not done: only the duty leader or a town leader may end an emergency. If you cannot go, text 2.',
  },
  'reply-undo-none': {
    'zh-CN': '没有可以撤销的答复（只能撤销刚刚的一次）。要更正请直接写明，或打电话给值班室。',
    en: 'There is no answer to take back: only your latest, for some minutes. Text what is wrong, or call the duty desk.',
  },
  'reply-undo-late': {
    'zh-CN': '{request}已往下走（{status}），撤不回来，您的话已转告经办人。',
    en: '{request} has gone on ({status}) and cannot be taken back. Whoever works on it was told.',
  },
  'reply-late-kept': {
    'zh-CN': '已过期限，{request}由{person}在办，您的话已转告。',
    en: 'The time was up; {person} is at work on {request}. Your words were passed on.',
  },
  'reply-late-noted': {
    'zh-CN': '编码{code}（{request}）已过期限，现状：{status}。您的话已记在这一件里。',
    en: 'Too late for {code} ({request}): it is {status}. Your words are kept with it.',
  },
  'reply-answered-noted': {
    'zh-CN': '编码{code}（{request}）已有答复，现状：{status}。您的话已记在这一件里。',
    en: '{code} ({request}) was answered already: it is {status}. Your words are kept with it.',
  },
  'reply-answered': {
    'zh-CN': '编码{code}（{request}）已有答复，现状：{status}，无需再回。',
    en: '{code} ({request}) was answered already. It is now: {status}.',
  },
  'reply-extended-before': {
    'zh-CN': '编码{code}（{request}）已延期过一次，不能再延，请按期办理。',
    en: '{code} ({request}) was extended once and cannot be extended again.',
  },
  'reply-documents-unknown': {
    'zh-CN': '编码{code}没有这个序号的材料，还没记。请回：6 {code} 序号。材料：{list}',
    en: '{code}: no such document. Text: 6 {code} numbers of {list}',
  },
  'reply-more': {
    'zh-CN': '{request} {place} {phone}（{position}/{count}）：“{words}” 往下看：详 {code} {digit}',
    en: '{request}, {place}, {phone} ({position} of {count}): "{words}" Next: more {code} {digit}',
  },
  'reply-more-last': {
    'zh-CN': '{request} {place} {phone}：“{words}”',
    en: '{request}, {place}, {phone}: "{words}"',
  },
  'reply-more-none': {
    'zh-CN': '编码{code}没有更多文字。',
    en: 'Nothing more was written about {code}.',
  },
  'reply-form-fields': {
    'zh-CN': '表 {code} 的各项：{fields}。请回：表 {code} 1=内容 2=内容',
    en: '{code}: {fields}. Text: form {code} 1=.. 2=..',
  },
  'reply-form-wrong': {
    'zh-CN': '编码{code}未作记录，请改正：{fields}。请重发整张表：表 {code} 1=内容 2=内容',
    en: '{code} wrong: {fields}. Again: form {code} 1=.. 2=..',
  },
  'reply-form-ineligible': {
    'zh-CN': '编码{code}还没提交[：{reason}]。不能申请请回：2 {code} 原因',
    en: '{code} not taken[: {reason}]. To refuse text: 2 {code} reason',
  },
  'reply-transfer-unknown': {
    'zh-CN': '没找到要转的单位[（“{reason}”）]，还没转。请回单位名称，如“4 {code} 供水公司”。',
    en: 'We know no office[ "{reason}"]; not passed on yet. Text the office, e.g. "4 {code} water".',
  },
  'reply-transfer-limit': {
    'zh-CN': '编码{code}（{request}）已达转办次数上限，由值班室决定。',
    en: '{code} ({request}) cannot be transferred again. The duty desk decides.',
  },
  'reply-received': {
    'zh-CN': '已收到您的短信并登记，编号{request}。由谁负责，定了马上告诉您。',
    en: 'Request received: {request}. We will tell you who deals with it.',
  },
  'reply-remark': {
    'zh-CN': '已转告经办{request}的{person}。急事请直接打{phone}。',
    en: 'We told {person}, who works on {request}. If it cannot wait, call {phone}.',
  },
  'reply-place': {
    'zh-CN': '地点已记下：{place}（{request}），已告诉正在处理的人。',
    en: '{request} is at {place}: whoever works on it has been told.',
  },
  'reply-news': {
    'zh-CN': '{category}（{request}）：{status}。首问责任人{person}{phone}[，{due}前办结]。',
    en: '{request}, {category}: {status}. {person}, {phone}, answers for it[; due {due}].',
  },
  'reply-news-step': {
    'zh-CN': '{category}（{request}）：正在“{step}”，{due}前办好。首问责任人{person}{phone}。',
    en: '{request}, {category}: now {step}, by {due}. {person}, {phone}, answers for it.',
  },
  'reply-news-closed': {
    'zh-CN': '{category}（{request}）：{status}。要是还有问题，直接回复说明。',
    en: '{request}, {category}: {status}. If something is still wrong, text us.',
  },
  'reply-news-none': {
    'zh-CN': '没有查到您在办的事。要反映情况，请直接发短信说明何处何事。',
    en: 'We know of nothing open of yours. To report something, text us what and where.',
  },
  'reply-nothing': {
    'zh-CN': '您好，这里是镇里的短信。有事要办，请直接发短信说明何处何事；危急请先打110、119、120。',
    en: 'Hello, this is the town. Text us what is wrong and where. In an emergency call 110, 119 or 120.',
  },
  'reply-withdrawn': {
    'zh-CN': '已撤回诉求{request}。',
    en: 'Request {request} is withdrawn.',
  },
  'reply-nothing-open': {
    'zh-CN': '您目前没有待答复的事项。发“帮助”查看用法。',
    en: 'Nothing waits for your answer. Text "help" for how this works.',
  },
  'reply-opted-out': {
    'zh-CN': '已退订，不再向您发短信。发“恢复”可重新接收。',
    en: 'You will get no more texts from us. Text START to get them again.',
  },
  'reply-opt-out-staff': {
    'zh-CN': '您在岗，退订后普通短信和待办都收不到，应急照发，值班室会知道。确定请回“确定退订”。',
    en: 'You hold a post: you would miss what you are asked, but not emergencies; the desk is told. Sure? Text STOP ALL',
  },
  'reply-emergency-stays': {
    'zh-CN': '{request}是紧急事项，您的话已转告正在处理的人，现场确认安全后才结束。',
    en: '{request} is an emergency: those at work were told. It ends when somebody on site says it is safe.',
  },
  'reply-opted-in': {
    'zh-CN': '已恢复短信通知。发“退订”可停止接收。',
    en: 'You will get our texts again. Text STOP to end them.',
  },
  'reply-leave-set': {
    'zh-CN': '已登记休假{dates}，期间由代班人员办理。',
    en: 'Leave {dates} is noted. Your stand-in takes over for those days.',
  },
  'reply-leave-refused': {
    'zh-CN': '{dates}不能休假：{person}同期休假，网格将无人值守。请调整日期。',
    en: 'Leave {dates} is not possible: {person} is away too. Please choose other days.',
  },
  'reply-leave-unreadable': {
    'zh-CN': '休假日期未识别。请这样发：休假 8/24-8/26',
    en: 'We cannot read the dates. Text for example: leave 8/24-8/26',
  },
  'reply-visit-recorded': {
    'zh-CN': '已记录：{household}号户，见到{people}人。本周还有{count}户待走访。',
    en: 'Visit to household {household} recorded, {people} met. {count} still to visit this week.',
  },
  'reply-visit-nobody': {
    'zh-CN': '已记录：{household}号户家中无人，仍在名单上。本周还有{count}户待走访。',
    en: 'Recorded: nobody in at household {household}; it stays on the list. {count} still to visit this week.',
  },
  'reply-visit-problem': {
    'zh-CN': '已记录：{household}号户，问题已登记为诉求{request}，您是首问责任人。',
    en: 'Visit to household {household} recorded. What you found is request {request}; you answer for it.',
  },
  'reply-visit-list': {
    'zh-CN': '{place}本周还有{count}户待走访：{households}。回“走访 户号 人数”',
    en: '{place}: {count} still to visit: {households}. Text "visit NO PEOPLE"',
  },
  'reply-visit-none': {
    'zh-CN': '{place}本周没有待走访的户。',
    en: '{place} has nobody left to visit this week.',
  },
  'reply-visit-not-yours': {
    'zh-CN': '未记录：只有本网格的网格长、村干部和小组长（专干）可以登记该网格的走访。',
    en: "Not recorded: only the three of a grid's own team record its visits.",
  },
  'reply-visit-which-grid': {
    'zh-CN': '您服务多个网格（{list}），请写明是哪个，如“走访 52-12 3人”。',
    en: 'Which grid ({list})? Text e.g. "visit 52-12 3".',
  },
  'reply-visit-unknown': {
    'zh-CN': '没有记录：您的网格没有{household}号户，请核对户号。发“走访 名单”查看。',
    en: 'Not recorded: your grid has no household {household}. Text "visit list" for the numbers.',
  },
  'reply-visit-unreadable': {
    'zh-CN': '走访未识别。请这样发：走访 12 3人；家中无人：走访 12 不在；发现问题：走访 12 3人 问题 内容',
    en: 'Not understood. Text "visit 12 3" (household, people), "visit 12 nobody" or "visit 12 3 problem WHAT".',
  },
  'reply-reception-answered': {
    'zh-CN': '已登记接待{people}人，当场答复。',
    en: '{people} received and answered on the spot: recorded.',
  },
  'reply-reception-request': {
    'zh-CN': '已登记接待{people}人，事项已登记为诉求{request}，您是首问责任人。',
    en: '{people} received: recorded. What they came for is request {request}; you answer for it.',
  },
  'reply-reception-unreadable': {
    'zh-CN': '接待未识别。请这样发：接待 2人 来访人电话 事项内容；当场答复的：接待 2人 已答复 咨询内容',
    en: 'Not understood. Text "reception 2 PHONE WHAT"; settled at once: "reception 2 answered WHAT".',
  },
};
