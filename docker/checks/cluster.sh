#!/usr/bin/env bash
# Applies docker/kubernetes to the cluster that kubectl is set up for, an empty one: what has to be there before, the
# manifests, and then a look at what the API server made of them. Nothing can run there, without image and databases.
set -euo pipefail
cd "$(dirname "$0")/../.."

kubectl create namespace ai-agent
kubectl create -f - << 'KIND'
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: servicemonitors.monitoring.coreos.com
spec:
  group: monitoring.coreos.com
  scope: Namespaced
  names: {kind: ServiceMonitor, plural: servicemonitors, singular: servicemonitor}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
KIND
kubectl wait --for condition=established --timeout 60s customresourcedefinition/servicemonitors.monitoring.coreos.com

# Strictly: a field that the API server does not know is an error.
kubectl apply -k docker/kubernetes --validate=strict

for kind in deployment service horizontalpodautoscaler poddisruptionbudget networkpolicy servicemonitor; do
  kubectl --namespace ai-agent get "$kind" ai-agent-bff
done
# Pods of it are made, which is all that can be said of them here.
kubectl --namespace ai-agent wait --for condition=Progressing --timeout 60s deployment/ai-agent-bff
