// SPDX-License-Identifier: Apache-2.0
#include "sync/rest/openapisite.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Sync {

OpenApiSite::OpenApiSite()
{
    serve(Http::Method::Get, "/api/v1/openapi.json", Role::Listener,
          [](const Http::Request &, const auto &) -> Http::Answer {
              QFile file(u":/segue/api/openapi.json"_s);
              if (!file.open(QIODevice::ReadOnly))
                  return Http::nothingHere();
              return Http::Response{.body = file.readAll()};
          });
}

} // namespace Sync
