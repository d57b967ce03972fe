import type { Database } from '../db/database.ts';
import { type Html, html } from '../html/html.ts';
import type { MailSealer } from './mail.ts';
import { newestMails } from './mail-store.ts';
import { openMail } from './queue-mail.ts';

/**
 * The page `/dev/outbox`: the newest hundred mails as people would get them. Only in development: whoever builds the
 * server leaves it out in production. A whole document without scripts or styles of its own.
 */
export async function outboxPage(database: Database, sealer: MailSealer): Promise<string> {
  const rows = await database.transaction({ kind: 'job' }, newestMails);
  const mails = rows.map(({ id, sealed, written_at }) => ({ id, at: written_at, ...openMail(sealer, id, sealed) }));
  const one = (mail: (typeof mails)[number]): Html =>
    html`<article id="${mail.id}" lang="${mail.language}">
<h2>${mail.subject}</h2>
<dl><dt>To</dt><dd data-to>${mail.to}</dd><dt>Written</dt><dd><time datetime="${mail.at.toISOString()}">${mail.at.toISOString()}</time></dd></dl>
<pre data-text>${mail.text}</pre></article><hr>`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sent mail – development</title></head>
<body><main><h1>Sent mail</h1><p>Newest first, at most 100. Nothing has left this machine. This page exists in development only.</p>
${mails.length === 0 ? html`<p>No mail yet.</p>` : mails.map(one)}</main></body></html>`.text;
}
