/* A verdict of the desk as the answer of a program, or as the error that ends it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

/* TRUE for a verdict that is done or waits. Otherwise fails with the code that the verdict bears.
 */
gboolean msk_verdict_check (const MskVerdict *verdict, GError **error);

/* What a verb ends with that came to one verdict, or NULL with the error set: a refusal is in the
 * answer too, since it says more than its code. */
gboolean msk_verdict_answer (MskCli *cli, const MskVerdict *verdict, GError **error);

G_END_DECLS
