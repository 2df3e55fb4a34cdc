/** What was sent from a form that changes the record. */
import { error } from '@sveltejs/kit';

/** The fields of a form of ours. @throws the page that says so where it does not bring our token. */
export async function takenForm(request: Request, locals: App.Locals): Promise<FormData> {
  const form = await request.formData();
  if (!locals.formToken?.fits(form.get('token')))
    error(403, 'This form is not of this server, or of before its last start: open the page again and send it anew.');
  return form;
}

/** The words of a field; empty where it was not sent, or is a file. */
export function wordsOf(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === 'string' ? value : '';
}

/** The message of an error that its reader can do something about; any other is thrown on. */
export function mendable(failure: unknown): string {
  const code = (failure as { exitCode?: unknown }).exitCode;
  if (!(failure instanceof Error) || (code !== 2 && code !== 3)) throw failure;
  return failure.message;
}
