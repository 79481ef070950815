/* What the printing system of this machine is set to, as far as it concerns secrecy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean known;        /* FALSE: the settings can't be read, and the rest says nothing */
  gboolean keeps_files;  /* printed documents stay on its disk */
  gboolean forgets_jobs; /* a job is gone as soon as it ended, and nobody learns how */
} MskCupsSettings;

/* Reads cupsd.conf where cupsd keeps it, or where CUPS_SERVERROOT says. */
MskCupsSettings msk_cups_settings_read (void);

G_END_DECLS
