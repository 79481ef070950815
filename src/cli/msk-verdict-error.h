/* A verdict of the desk as the error that ends a program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-scan-desk.h"

G_BEGIN_DECLS

/* TRUE for a verdict that is done or waits. Otherwise fails with the code that the verdict bears.
 */
gboolean msk_verdict_check (const MskVerdict *verdict, GError **error);

G_END_DECLS
