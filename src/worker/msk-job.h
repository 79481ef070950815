/* What the worker can be asked to do with a file, and the answer to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-file-place.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  gsize size_max;          /* bytes; one more, and the file is refused unread */
  gboolean (*load) (void); /* outside the sandbox: what the job will need */
  GVariant *(*run) (GBytes *input, MskFilePlace *place, GError **error);
} MskJob;

/* NULL when there is no such job. Drawing a page is none of these: it is the program's own, since
 * its library wants the program's symbols. */
const MskJob *msk_job_find (const char *name);

/* The answer, floating: every failure is one too, a refusal of the file or what hinders the worker.
 * The job must be loaded. */
GVariant *msk_job_run (const MskJob *job, GBytes *input);

G_END_DECLS
