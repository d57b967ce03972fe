import type { Visit } from '../../../modules/identity/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import type { WorkReport } from '../../../platform/jobs/report-work.ts';
import { to, routes as urls } from '../../../routes.ts';
import { alertBox, facts } from '../../../ui/index.ts';
import type { Notice } from '../../notice/notice.ts';
import { textsFor as staffTextsFor } from '../../workbench/texts/index.ts';
import { momentIn } from '../content/moment.ts';
import { type Texts, textsFor } from '../texts/index.ts';
import { noticeText } from './notice-page.ts';
import type { Tenant } from './operator-store.ts';

export interface Operation {
  report: WorkReport | undefined;
  tenants: readonly Tenant[];
  notices: readonly Notice[];
  revision: string;
  nameOf(authorityId: string): string | undefined;
  upSince: Temporal.Instant;
  memoryBytes: number;
}

/** How the installation is: health, work in the background, tenants, notices. Nothing of anybody's case. */
export function operatorPage(visit: Visit, operation: Operation): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const notice = visit.root + to(urls.admin.notice, { lang: visit.language });
  const main = html`<div class="admin-page"><h1 class="kern-heading-large">${t.operator.title}</h1>
<h2 class="kern-heading-medium">${t.operator.health}</h2>
${facts([
  { label: t.operator.database, value: t.operator.answers },
  { label: t.operator.since, value: momentIn(visit, operation.upSince) },
  { label: t.operator.memory, value: `${Math.round(operation.memoryBytes / 2 ** 20)} MB` },
  { label: t.operator.revision, value: operation.revision },
])}
<h2 class="kern-heading-medium">${t.operator.jobs}</h2>
${jobs(visit, t, operation.report)}
<h2 class="kern-heading-medium">${t.operator.notices}</h2>
${operation.notices.length === 0 ? html`<p class="kern-body">${t.operator.noNotice}</p>` : html`<ul class="plain-list">${operation.notices.map((each) => html`<li>${noticeText(visit, t, each)}</li>`)}</ul>`}
<p class="kern-body"><a class="kern-link" href="${notice}">${t.operator.toNotice}</a></p>
<h2 class="kern-heading-medium" id="tenants">${t.operator.tenants}</h2>
${tenantsTable(visit, t, operation)}</div>`;
  return page(t.operator.title, main, { shape: 'wide' });
}

const SILENT_AFTER_MINUTES = 3;

function jobs(visit: Visit, t: Texts, report: WorkReport | undefined): Html {
  if (!report) return alertBox({ kind: 'warning', title: t.operator.never });
  const silence = report.reportedAt.until(visit.clock.now()).total('minutes');
  return html`${silence > SILENT_AFTER_MINUTES && alertBox({ kind: 'warning', title: t.operator.silent })}
${facts([
  { label: t.operator.outbox, value: String(report.outboxWaiting) },
  { label: t.operator.queued, value: String(report.queueWaiting) },
  { label: t.operator.retried, value: String(report.retried) },
  { label: t.operator.failed, value: String(report.failed) },
])}
<p class="small">${t.operator.reportedAt(momentIn(visit, report.reportedAt))}</p>
${failedJobs(visit, t, report)}`;
}

function failedJobs(visit: Visit, t: Texts, { failedJobs: failed }: WorkReport): Html {
  if (failed.length === 0) return html`<p class="kern-body">${t.operator.allWell}</p>`;
  return html`<div class="admin-table" role="region" aria-labelledby="failed" tabindex="0"><table><caption class="kern-sr-only" id="failed">${t.operator.failedJobs}</caption>
<thead><tr><th scope="col">${t.operator.job}</th><th scope="col">${t.operator.count}</th><th scope="col">${t.operator.lastAt}</th></tr></thead><tbody>${failed.map(
    ({ job, count, lastAt }) =>
      html`<tr><th scope="row">${job}</th><td>${count}</td><td>${momentIn(visit, Temporal.Instant.from(lastAt))}</td></tr>`,
  )}</tbody></table></div>`;
}

function tenantsTable(visit: Visit, t: Texts, { tenants, nameOf }: Operation): Html {
  if (tenants.length === 0) return html`<p class="kern-body">${t.operator.noTenants}</p>`;
  const { roles } = staffTextsFor(visit.language, visit.portal.country).layout;
  const byAuthority = Map.groupBy(tenants, ({ authorityId }) => authorityId);
  const rows = [...byAuthority]
    .map(([id, staff]) => ({ name: nameOf(id) ?? id, staff }))
    .sort((a, b) => a.name.localeCompare(b.name, visit.language));
  const role = (key: string): string => (Object.hasOwn(roles, key) ? roles[key as keyof typeof roles] : key);
  return html`<p class="kern-body">${t.operator.tenantsIntro}</p>
<div class="admin-table" role="region" aria-labelledby="tenants" tabindex="0"><table><thead><tr><th scope="col">${t.operator.authority}</th><th scope="col">${t.operator.staff}</th></tr></thead><tbody>${rows.map(
    ({ name, staff }) =>
      html`<tr><th scope="row">${name}</th><td>${staff.map((each) => `${role(each.role)}: ${each.count}`).join(', ')}</td></tr>`,
  )}</tbody></table></div>`;
}
