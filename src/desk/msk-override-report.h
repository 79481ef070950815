/* What was issued all the same, on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-report.h"

G_BEGIN_DECLS

/* A section of every report that shows issues: who decided what, and why; nothing where nothing was
 * decided. */
gboolean msk_override_report_add (MskReport *report, MskDatabase *database, GError **error);

G_END_DECLS
