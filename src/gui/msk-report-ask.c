/* Writes a report and tells where it lies.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-report-ask.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"

static void
tell (MskPage *page, const char *path, const GError *error)
{
  if (path != NULL)
    msk_ask_tell_path (GTK_WIDGET (page), _ ("Report Written"), path);
  else
    msk_ask_tell_error (GTK_WIDGET (page), _ ("No Report"), error);
}

void
msk_report_ask_write (MskPage *page, MskReportKind kind)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = msk_report_desk_write (msk_page_get_session (page), kind, NULL, &error);

  tell (page, path, error);
}

void
msk_report_ask_write_approval (MskPage *page, gint64 request_id)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path =
      msk_report_desk_write_approval (msk_page_get_session (page), request_id, NULL, &error);

  tell (page, path, error);
}
